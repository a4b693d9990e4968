package io.igregulator.webhooks.benchmark.measure;

/** A point of a curve. */
public record Point(double x, double y) {}
