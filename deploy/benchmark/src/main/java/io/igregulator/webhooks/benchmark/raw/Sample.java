package io.igregulator.webhooks.benchmark.raw;

/** All counters of a raw client at one moment. */
record Sample(long atNanos, long done, long failed, long clientNanos, long receiverNanos, long allocatedBytes) {
    /** What has been counted between the two. */
    Sample since(Sample earlier) {
        return new Sample(
                atNanos - earlier.atNanos,
                done - earlier.done,
                failed - earlier.failed,
                clientNanos - earlier.clientNanos,
                receiverNanos - earlier.receiverNanos,
                allocatedBytes - earlier.allocatedBytes);
    }

    /** Nanoseconds of both processes, a request. */
    double cost() {
        return (clientNanos + receiverNanos) / (double) Math.max(1, done);
    }

    RawResult result(int concurrency, int warmUpSeconds) {
        double posts = Math.max(1, done);
        return new RawResult(
                concurrency,
                warmUpSeconds,
                done * 1e9 / atNanos,
                failed,
                clientNanos / 1e3 / posts,
                receiverNanos / 1e3 / posts,
                allocatedBytes / posts);
    }
}
