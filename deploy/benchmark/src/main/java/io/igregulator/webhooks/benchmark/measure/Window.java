package io.igregulator.webhooks.benchmark.measure;

/** A span of time, in nanoseconds since 1970. */
public record Window(long from, long to) {
    public boolean contains(long nanos) {
        return nanos >= from && nanos < to;
    }

    public double seconds() {
        return (to - from) / 1e9;
    }
}
