package io.igregulator.webhooks.benchmark.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One side of a plot.
 *
 * @param ticks where a value is written
 * @param scale from a value to a share of the length
 */
record Axis(String title, List<Tick> ticks, Scale scale) {
    private static final int STEPS = 5;

    /** A written value. */
    record Tick(double value, String label) {}

    /** From a value to its place between 0 and 1. */
    interface Scale {
        double place(double value);
    }

    /** From 0 to a round number above {@code most}. */
    static Axis linear(String title, double most) {
        double step = roundStep(most / STEPS);
        double end = Math.max(1, Math.ceil(most / step)) * step;
        var ticks = IntStream.rangeClosed(0, (int) Math.round(end / step))
                .mapToObj(i -> new Tick(i * step, label(i * step)))
                .toList();
        return new Axis(title, ticks, value -> value / end);
    }

    /** By powers of ten that enclose both. */
    static Axis logarithmic(String title, double least, double most) {
        int from = (int) Math.floor(Math.log10(Math.max(least, 0.001)));
        int to = Math.max(from + 1, (int) Math.ceil(Math.log10(Math.max(most, 0.01))));
        var ticks = IntStream.rangeClosed(from, to)
                .mapToObj(power -> new Tick(Math.pow(10, power), label(Math.pow(10, power))))
                .toList();
        return new Axis(title, ticks, value -> (Math.log10(Math.max(value, Math.pow(10, from))) - from) / (to - from));
    }

    /** Percentiles, wider the closer they come to 100. */
    static Axis percentiles(String title) {
        double end = 4;
        var ticks = DoubleStream.of(0, 90, 99, 99.9, 99.99)
                .mapToObj(percent -> new Tick(percent, percent == 0 ? "0" : "p" + trimmed(percent)))
                .toList();
        return new Axis(title, ticks, percent -> Math.min(1, -Math.log10(Math.max(1e-9, 1 - percent / 100)) / end));
    }

    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(wanted, 1e-9))));
        return DoubleStream.of(1, 2, 5, 10)
                .map(factor -> factor * power)
                .filter(step -> step >= wanted)
                .findFirst()
                .orElse(10 * power);
    }

    private static String label(double value) {
        return value >= 1_000_000
                ? trimmed(value / 1_000_000) + " M"
                : value >= 1_000 ? trimmed(value / 1_000) + " k" : trimmed(value);
    }

    private static String trimmed(double value) {
        String text = Double.toString(Math.round(value * 1_000) / 1_000.0);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
