package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.scenario.Selection;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.Jars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One scenario after the other. */
public final class RunScenarios {
    private final RunSettings settings;
    private final Jars jars;
    private final Console console;
    private final RawLimits limits = new RawLimits();

    public RunScenarios(RunSettings settings, Jars jars, Console console) {
        this.settings = settings;
        this.jars = jars;
        this.console = console;
    }

    public List<ScenarioResult> run(List<Scenario> scenarios) {
        var results = new ArrayList<ScenarioResult>();
        for (Scenario scenario : scenarios) {
            console.say("");
            console.say(scenario.name() + ": " + scenario.title());
            var result = new RunScenario(scenario, settings, jars, limits, console).run(maximum(results));
            results.add(result);
            tell(result);
        }
        return List.copyOf(results);
    }

    private static double maximum(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> result.scenario().name().equals(Selection.MAXIMUM))
                .mapToDouble(ScenarioResult::deliveriesPerSecond)
                .findFirst()
                .orElse(0);
    }

    private void tell(ScenarioResult result) {
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
