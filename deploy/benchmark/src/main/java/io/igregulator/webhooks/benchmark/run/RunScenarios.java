package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.scenario.Selection;
import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Jars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One scenario after the other. */
public final class RunScenarios {
    private final RunSettings settings;
    private final Jars jars;
    private final Console console;
    private final RawLimits limits;

    /** @param limits of this machine, which runs in one hour may share */
    public RunScenarios(RunSettings settings, Jars jars, RawLimits limits, Console console) {
        this.settings = settings;
        this.jars = jars;
        this.limits = limits;
        this.console = console;
    }

    /**
     * One that fails does not keep the others from running.
     *
     * @param afterEach gets what there is so far, since an hour's figures must not be lost with the last scenario
     */
    public Results run(List<Scenario> scenarios, Consumer<Results> afterEach) {
        var results = new ArrayList<ScenarioResult>();
        var failures = new LinkedHashMap<String, String>();
        for (Scenario scenario : scenarios) {
            console.say("");
            console.say(scenario.name() + ": " + scenario.title());
            try {
                var result = new RunScenario(scenario, settings, jars, limits, console).run(maximum(results));
                results.add(result);
                print(result);
            } catch (CommandFailure | StartFailedException e) {
                console.say("  failed: " + e.getMessage());
                failures.put(scenario.name(), String.valueOf(e.getMessage()));
            }
            afterEach.accept(new Results(results, failures));
        }
        return new Results(results, failures);
    }

    private double maximum(List<ScenarioResult> results) {
        return settings.maximum().orElseGet(() -> reached(results));
    }

    private static double reached(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.scenario().name().equals(Selection.MAXIMUM))
                .mapToDouble(ScenarioResult::deliveriesPerSecond)
                .findFirst()
                .orElse(0);
    }

    private void print(ScenarioResult result) {
        var verification = result.verification();
        if (verification == null) {
            return;
        }
        var complaint = verification.complaint();
        console.say(String.format(
                Locale.ROOT,
                "  %,.0f deliveries/s; %s; %d repeats",
                result.deliveriesPerSecond(),
                complaint == null ? "all " + verification.expected() + " arrived" : complaint,
                verification.repeated()));
    }
}
