package io.igregulator.webhooks.benchmark.process;

/**
 * A worker's memory so far.
 *
 * @param allocatedBytes as counted at the last collection
 * @param liveBytes of the old generation after the last full collection
 */
public record WorkerJvm(
        double allocatedBytes, double gcSeconds, double gcCount, double heapUsedBytes, double liveBytes) {

    /** @param text in Prometheus' exposition format */
    static WorkerJvm of(String text) {
        return new WorkerJvm(
                sum(text, "jvm_gc_memory_allocated_bytes_total", ""),
                sum(text, "jvm_gc_pause_seconds_sum", ""),
                sum(text, "jvm_gc_pause_seconds_count", ""),
                sum(text, "jvm_memory_used_bytes", "area=\"heap\""),
                sum(text, "jvm_gc_live_data_size_bytes", ""));
    }

    /** Over all of a metric's series that have the label. */
    static double sum(String text, String metric, String label) {
        return text.lines()
                .filter(line -> line.startsWith(metric))
                .filter(line -> line.length() > metric.length() && " {".indexOf(line.charAt(metric.length())) >= 0)
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
