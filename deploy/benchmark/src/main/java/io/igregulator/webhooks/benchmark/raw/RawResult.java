package io.igregulator.webhooks.benchmark.raw;

/**
 * What the client reached with nothing around it.
 *
 * @param failed requests that got no 200
 * @param cpuMicros of the client's process, a request
 * @param allocatedBytes a request
 */
public record RawResult(int concurrency, double postsPerSecond, long failed, double cpuMicros, double allocatedBytes) {}
