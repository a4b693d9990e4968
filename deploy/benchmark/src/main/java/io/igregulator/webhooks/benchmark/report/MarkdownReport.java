package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report for people: targets, figures, plots. */
public final class MarkdownReport {
    private static final String NAME = "README.md";

    private final RunReport report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(RunReport report) {
        this.report = report;
    }

    public static void write(RunReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            var plots = Plots.of(report);
            for (var plot : plots.entrySet()) {
                Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
            }
            Files.writeString(folder.resolve(NAME), new MarkdownReport(report).text(List.copyOf(plots.keySet())));
        } catch (IOException e) {
            throw new CommandFailure("Cannot write the report into " + folder + ".", e);
        }
    }

    private String text(List<String> plots) {
        origin();
        targets();
        plots.forEach(plot -> text.append("![](").append(plot).append(")\n\n"));
        figures();
        text.append(RawSection.of(report));
        spread();
        processes();
        more();
        how();
        return text.toString();
    }

    private void origin() {
        var machine = report.machine();
        text.append("# Benchmark results\n\n");
        text.append("| | |\n| --- | --- |\n");
        row(List.of("commit", report.commit()));
        row(List.of("command", "`" + report.command() + "`"));
        row(List.of("at", report.startedAt().toString()));
        row(List.of(
                "machine",
                machine.processors() + " processors, " + machine.processor() + ", "
                        + Figures.megabytes(machine.memoryBytes()) + " MiB, " + machine.system()));
        row(List.of("Java", machine.java()));
        text.append('\n');
    }

    private void targets() {
        text.append("## Targets\n\n| what | target | measured | |\n| --- | --- | --- | --- |\n");
        Targets.of(report)
                .forEach(target -> row(List.of(
                        target.what(),
                        target.wanted(),
                        target.measured(),
                        target.verdict().toString())));
        text.append('\n');
    }

    private void figures() {
        text.append("## Figures\n\n");
        var table = new MarkdownTable(Columns.HEADS);
        report.results().stream()
                .filter(result -> result.yardstick() != null)
                .map(Columns::of)
                .forEach(table::row);
        text.append(table).append("""

                *CPU us*: processor time per delivery of worker, API, PostgreSQL and Kafka together; *with load us*: that and
                the receiver's and the publisher's. *raw/s*: Apache HttpClient on virtual threads in a JVM of its own, posting
                the same bodies with the same headers, signed beforehand, to the same receiver, with nothing around it; *raw us*:
                processor time per POST of this client and the receiver. *bare/s*: the same of the worker's own exchange.
                *CPU ratio*: *raw us* over *with load us*. *rate ratio*: *deliveries/s* over *raw/s*. *ms*: from the instant at
                which an event was to be published to its arrival; under saturation that is mostly time in the queue.
                *disk p99*: milliseconds that the same disk took to keep a page of 8 KiB, asked for 20 times a second beside all
                that; a commit takes no less. *rows*, *WAL B*: written by PostgreSQL, per delivery. *worker MB*: the most memory
                its process ever had.

                """);
        report.results()
                .forEach(result -> text.append("- **")
                        .append(result.scenario().name())
                        .append("**: ")
                        .append(result.scenario().title())
                        .append('\n'));
        text.append('\n');
    }

    private void spread() {
        Spread.of(report).forEach((scenario, rows) -> {
            text.append("## ")
                    .append(report.all(scenario).size())
                    .append(" runs of ")
                    .append(scenario)
                    .append("\n\n");
            var table = new MarkdownTable(rows.getFirst());
            rows.stream().skip(1).forEach(table::row);
            text.append(table).append('\n');
        });
    }

    private void processes() {
        var measured = report.results().stream()
                .filter(result -> result.costs() != null)
                .toList();
        if (measured.isEmpty()) {
            return;
        }
        var names = List.copyOf(measured.getFirst().peakBytes().keySet());
        text.append("## By process\n\nMicroseconds of processor time per delivery / peak MiB.\n\n");
        var heads = new ArrayList<>(List.of("scenario"));
        heads.addAll(names);
        heads.addAll(List.of("GC ms", "commits/s", "processors busy"));
        var table = new MarkdownTable(heads);
        measured.forEach(result -> processes(result, names, table));
        text.append(table).append('\n');
    }

    private static void processes(ScenarioResult result, List<String> names, MarkdownTable table) {
        Costs costs = result.costs();
        if (costs == null) {
            return;
        }
        var cells = new ArrayList<>(List.of(result.scenario().name()));
        names.forEach(name -> cells.add(Figures.whole(costs.cpuMicros().getOrDefault(name, 0.0)) + " / "
                + Figures.megabytes(result.peakBytes().getOrDefault(name, 0L))));
        cells.add(Figures.whole(costs.gcMillis()));
        cells.add(Figures.whole(costs.commitsPerSecond()));
        cells.add(Figures.whole(costs.cpuUtilisation() * 100) + " %");
        table.row(cells);
    }

    private void more() {
        var with = report.results().stream()
                .filter(result -> !result.more().isEmpty())
                .toList();
        if (with.isEmpty()) {
            return;
        }
        text.append("## Further figures\n\n");
        with.forEach(result -> text.append("- **")
                .append(result.scenario().name())
                .append("**: ")
                .append(Figures.listed(result.more()))
                .append('\n'));
        text.append('\n');
    }

    private void how() {
        text.append("""
                ## Verified

                """);
        report.failures()
                .forEach((scenario, why) -> text.append("- **")
                        .append(scenario)
                        .append("** failed: ")
                        .append(why)
                        .append('\n'));
        report.results().forEach(result -> {
            var verification = result.verification();
            if (verification != null) {
                var complaint = verification.complaint();
                text.append("- **")
                        .append(result.scenario().name())
                        .append("**: ")
                        .append(
                                complaint == null
                                        ? "all " + Figures.whole((double) verification.expected())
                                                + " arrived and are recorded"
                                        : complaint)
                        .append("; ")
                        .append(verification.repeated())
                        .append(" repeats; ")
                        .append(verification.signaturesChecked())
                        .append(" signatures checked in both dialects\n");
            }
        });
    }

    private void row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
