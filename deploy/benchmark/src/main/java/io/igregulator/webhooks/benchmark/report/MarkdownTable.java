package io.igregulator.webhooks.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of Markdown whose first column is text and whose others are numbers. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(List<String> heads) {
        row(heads);
        row(IntStream.range(0, heads.size())
                .mapToObj(column -> column == 0 ? "---" : "---:")
                .toList());
    }

    MarkdownTable row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
