package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.measure.Distribution;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Part;
import java.util.ArrayList;
import java.util.Map;

/** Stops and starts the services while what they depend on runs. */
final class StartRun {
    private final Scenario scenario;
    private final Platform platform;
    private final Console console;

    StartRun(Scenario scenario, Platform platform, Console console) {
        this.scenario = scenario;
        this.platform = platform;
        this.console = console;
    }

    ScenarioResult run() {
        var worker = starts(platform.worker());
        var api = starts(platform.stack().api());
        return ScenarioResult.withoutDeliveries(
                scenario,
                0,
                platform,
                Map.of(
                        "worker_start_seconds_p50", worker.percentile(50),
                        "worker_start_seconds_max", worker.percentile(100),
                        "api_start_seconds_p50", api.percentile(50),
                        "api_start_seconds_max", api.percentile(100)));
    }

    private Distribution starts(Part part) {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < scenario.bursts(); i++) {
            part.stop();
            seconds.add(Ready.secondsToStart(part));
            console.say("  %s ready after %.1f s".formatted(part.name(), seconds.getLast()));
        }
        return Distribution.of(seconds);
    }
}
