package io.igregulator.webhooks.local.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result for a person. */
final class ResultTable {
    private static final List<String> HEADINGS = List.of(
            "endpoint", "expected", "received", "by old", "by new", "wrong", "unexpected", "repeated", "refused");

    private ResultTable() {}

    static List<String> lines(Result result) {
        var lines = new ArrayList<String>();
        lines.add(line(HEADINGS));
        result.byHook().forEach((hook, tally) -> lines.add(line(cells(hook, tally))));
        lines.add(line(cells("total", result.total())));
        return lines;
    }

    private static List<Object> cells(String name, Tally tally) {
        return List.of(
                name,
                tally.expected(),
                tally.received(),
                tally.withOld(),
                tally.withNew(),
                tally.wrong(),
                tally.unexpected(),
                tally.repeated(),
                tally.retried());
    }

    private static String line(List<?> cells) {
        return String.format(Locale.ROOT, "%-18s %9s %9s %9s %9s %9s %11s %9s %9s", cells.toArray());
    }
}
