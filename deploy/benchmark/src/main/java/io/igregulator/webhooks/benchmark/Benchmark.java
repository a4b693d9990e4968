package io.igregulator.webhooks.benchmark;

import io.igregulator.webhooks.benchmark.compare.Compare;
import io.igregulator.webhooks.benchmark.process.Jvm;
import io.igregulator.webhooks.benchmark.report.Machine;
import io.igregulator.webhooks.benchmark.report.MarkdownReport;
import io.igregulator.webhooks.benchmark.report.ReportJson;
import io.igregulator.webhooks.benchmark.report.ResultTable;
import io.igregulator.webhooks.benchmark.report.RunReport;
import io.igregulator.webhooks.benchmark.run.RawLimits;
import io.igregulator.webhooks.benchmark.run.Results;
import io.igregulator.webhooks.benchmark.run.RunScenarios;
import io.igregulator.webhooks.benchmark.run.RunSettings;
import io.igregulator.webhooks.benchmark.scenario.ScenarioFiles;
import io.igregulator.webhooks.benchmark.scenario.Selection;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.command.Commit;
import io.igregulator.webhooks.stack.command.Help;
import io.igregulator.webhooks.stack.command.Program;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Measures the platform beside the raw limit of the machine: {@code deploy/benchmark/run} and {@code compare}. */
public final class Benchmark {
    private static final int FAILED = 1;

    private Benchmark() {}

    public static void main(String[] arguments) {
        System.exit(Program.run("run", (console, _) -> run(console, arguments)));
    }

    private static int run(Console console, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(Compare.NAME)) {
            return Compare.run(console, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        var options = OptionParser.parse(arguments);
        return options.help()
                ? Help.show(Benchmark.class, console)
                : run(options, String.join(" ", arguments), console);
    }

    private static int run(BenchmarkOptions options, String arguments, Console console) {
        var project = Project.folder();
        var scenarios = Selection.of(
                ScenarioFiles.read(
                        project.resolve("deploy/benchmark/scenarios"), options.quick(), options.scenarioKeys()),
                options.scenarios(),
                options.repeat());
        var settings = new RunSettings(
                options.seed(),
                options.worker(),
                options.jvm().orElse(Jvm.OPTIONS),
                OptionalDouble.empty(),
                options.profile(),
                options.data(),
                options.keep());
        var startedAt = Instant.now();
        String commit = Commit.of(project);
        String command = ("deploy/benchmark/run " + arguments).strip();
        Function<Results, RunReport> report = results ->
                new RunReport(commit, command, Machine.here(), startedAt, results.results(), results.failures());
        var results = new RunScenarios(settings, Jars.in(project), new RawLimits(console), console)
                .run(scenarios, soFar -> write(report.apply(soFar), options));
        new ResultTable(console).show(report.apply(results));
        return report.apply(results).passed() ? 0 : FAILED;
    }

    private static void write(RunReport report, BenchmarkOptions options) {
        options.json().ifPresent(file -> ReportJson.write(report, file));
        options.out().ifPresent(folder -> MarkdownReport.write(report, folder));
    }
}
