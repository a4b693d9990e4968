package io.igregulator.webhooks.local.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result for a person. */
final class ResultTable {
    private static final String HEADING = "%-18s %9s %9s %9s %9s %7s %11s %9s %8s";
    private static final String ROW = "%-18s %9d %9d %9d %9d %7d %11d %9d %8d";

    private ResultTable() {}

    static List<String> lines(Result result) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                HEADING,
                "endpoint",
                "expected",
                "received",
                "by old",
                "by new",
                "wrong",
                "unexpected",
                "repeated",
                "refused"));
        result.byHook().forEach((hook, tally) -> lines.add(row(hook, tally)));
        lines.add(row("total", result.total()));
        return lines;
    }

    private static String row(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                ROW,
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
}
