package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.stack.Console;
import java.util.List;
import java.util.stream.IntStream;

/** Rows for the terminal: the first column to the left, all others to the right. */
final class TextTable {
    private TextTable() {}

    /** @param rows of the same length, the heads among them */
    static void print(List<List<String>> rows, Console console) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : rows) {
            var line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + gap : gap + row.get(i)).append("  ");
            }
            console.say(line.toString().stripTrailing());
        }
    }
}
