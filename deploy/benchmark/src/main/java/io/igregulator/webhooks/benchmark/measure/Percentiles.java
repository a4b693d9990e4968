package io.igregulator.webhooks.benchmark.measure;

/** A distribution in a line. */
public record Percentiles(long count, double p50, double p90, double p99, double max) {}
