package io.igregulator.webhooks.benchmark.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as people read them. */
final class Figures {
    private Figures() {}

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
    }

    static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String hundredths(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** As many digits as mean something. */
    static String any(double number) {
        if (Math.abs(number) >= 100) {
            return whole(number);
        }
        return Math.abs(number) >= 10 ? tenths(number) : hundredths(number);
    }

    static String megabytes(long bytes) {
        return whole((double) bytes / (1 << 20));
    }

    static String listed(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " " + any(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
