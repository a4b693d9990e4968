package io.igregulator.webhooks.benchmark.compare;

import io.igregulator.webhooks.benchmark.process.Jvm;
import io.igregulator.webhooks.benchmark.report.ComparisonReport;
import io.igregulator.webhooks.benchmark.report.ComparisonTable;
import io.igregulator.webhooks.benchmark.report.Machine;
import io.igregulator.webhooks.benchmark.report.ReportJson;
import io.igregulator.webhooks.benchmark.run.RawLimits;
import io.igregulator.webhooks.benchmark.run.RunScenarios;
import io.igregulator.webhooks.benchmark.run.RunSettings;
import io.igregulator.webhooks.benchmark.scenario.Kind;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.scenario.ScenarioFiles;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.command.Commit;
import io.igregulator.webhooks.stack.command.Help;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two builds, or one build under two settings: {@code deploy/benchmark/compare}. */
public final class Compare {
    public static final String NAME = "compare";

    private static final int FAILED = 1;

    private final CompareOptions options;
    private final Path project = Project.folder();
    private final Console console;
    private final RawLimits limits;

    private Compare(CompareOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.limits = new RawLimits(console);
    }

    /** @return the command's exit status */
    public static int run(Console console, String... arguments) {
        var options = CompareOptionParser.parse(arguments);
        return options.help()
                ? Help.show(Compare.class, console)
                : new Compare(options, console).run("deploy/benchmark/compare " + String.join(" ", arguments));
    }

    private int run(String command) {
        var startedAt = Instant.now();
        var base = side("base", options.base().orElse(project), options.baseWorker(), options.baseJvm());
        var present = side("this", project, options.worker(), options.jvm());
        var alternated = new Alternate(scenario(), base, present, console).run(options.rounds());
        var report = new ComparisonReport(
                command,
                Machine.here(),
                startedAt,
                base.described(),
                present.described(),
                alternated.rounds(),
                alternated.failures());
        options.json().ifPresent(file -> ReportJson.write(report, file));
        new ComparisonTable(console).show(report);
        return report.passed() ? 0 : FAILED;
    }

    private Side side(String name, Path checkout, Map<String, Object> worker, Optional<List<String>> jvm) {
        var settings = new RunSettings(
                options.seed(),
                worker,
                jvm.orElse(Jvm.OPTIONS),
                options.maximum(),
                Optional.empty(),
                options.data(),
                options.keep());
        var runs = new RunScenarios(settings, Jars.in(checkout), limits, console);
        return new Side(
                new ComparisonReport.Side(name, Commit.of(checkout), worker, settings.jvm()),
                scenario -> runs.run(List.of(scenario), ignored -> {}));
    }

    /** Raw is the same for both sides, and measured once unless its drift is asked for. */
    private Scenario scenario() {
        var keys = new HashMap<String, Object>(Map.of("raw_again", false));
        keys.putAll(options.scenarioKeys());
        var all = ScenarioFiles.read(project.resolve("deploy/benchmark/scenarios"), options.quick(), keys);
        var scenario = all.get(options.scenario());
        if (scenario == null) {
            throw new CommandFailure("There is no scenario " + options.scenario() + "; there are "
                    + String.join(", ", all.keySet()) + ".");
        }
        if (scenario.kind() == Kind.RATE && options.maximum().isEmpty()) {
            throw new CommandFailure("The rate of " + scenario.name()
                    + " is a share of a maximum: --maximum says how many deliveries per second that is.");
        }
        return scenario;
    }
}
