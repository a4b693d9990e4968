package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.raw.RawResult;
import java.util.List;

/** The yardstick of each scenario as it was measured: raw before and after, and the bare exchange. */
final class RawSection {
    private static final List<String> HEADS = List.of(
            "scenario",
            "client",
            "posts/s",
            "CPU us",
            "client us",
            "receiver us",
            "alloc KB",
            "warm-up s",
            "in flight");

    private final MarkdownTable table = new MarkdownTable(HEADS);

    private RawSection() {}

    static String of(RunReport report) {
        var section = new RawSection();
        report.results().forEach(result -> {
            var yardstick = result.yardstick();
            if (yardstick != null) {
                String scenario = result.scenario().name();
                section.row(scenario, "raw, before", yardstick.raw());
                var after = yardstick.rawAfter();
                if (after != null) {
                    section.row(scenario, "raw, after", after);
                }
                section.row(scenario, "bare exchange", yardstick.bareExchange());
            }
        });
        return "## Raw and the bare exchange\n\n" + section.table + "\n";
    }

    private void row(String scenario, String client, RawResult result) {
        table.row(List.of(
                scenario,
                client,
                Figures.whole(result.postsPerSecond()),
                Figures.tenths(result.cpuMicros()),
                Figures.tenths(result.clientCpuMicros()),
                Figures.tenths(result.receiverCpuMicros()),
                Figures.tenths(result.allocatedBytes() / 1024),
                Integer.toString(result.warmUpSeconds()),
                Integer.toString(result.concurrency())));
    }
}
