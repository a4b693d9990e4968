package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole run.
 *
 * @param command as it was typed
 * @param failures why a scenario came to no result, by its name
 */
public record RunReport(
        String commit,
        String command,
        Machine machine,
        Instant startedAt,
        List<ScenarioResult> results,
        Map<String, String> failures) {
    public RunReport {
        results = List.copyOf(results);
        failures = new LinkedHashMap<>(failures);
    }

    public boolean passed() {
        return failures.isEmpty() && results.stream().allMatch(ScenarioResult::passed);
    }

    Optional<ScenarioResult> find(String scenario) {
        return results.stream()
                .filter(result -> result.scenario().name().equals(scenario))
                .findFirst();
    }

    Optional<ScenarioResult> baseline(ScenarioResult result) {
        return Optional.ofNullable(result.scenario().baseline()).flatMap(this::find);
    }
}
