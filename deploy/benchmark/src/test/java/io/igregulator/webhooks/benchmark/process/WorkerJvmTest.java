package io.igregulator.webhooks.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerJvmTest {
    @Test
    void addsUpTheSeriesOfAMetric() {
        var worker = WorkerJvm.of("""
                # TYPE jvm_gc_memory_allocated_bytes_total counter
                jvm_gc_memory_allocated_bytes_total{application="delivery-worker"} 1.5E9
                jvm_gc_pause_seconds_count{action="end of minor GC",cause="Allocation Failure"} 12
                jvm_gc_pause_seconds_sum{action="end of minor GC",cause="Allocation Failure"} 0.25
                jvm_gc_pause_seconds_sum{action="end of major GC",cause="Metadata GC Threshold"} 0.5
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1000.0
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 24.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0
                """);

        assertThat(worker.allocatedBytes()).isEqualTo(1.5e9);
        assertThat(worker.gcSeconds()).isEqualTo(0.75);
        assertThat(worker.gcCount()).isEqualTo(12);
        assertThat(worker.heapUsedBytes()).isEqualTo(1024);
    }
}
