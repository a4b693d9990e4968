package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A whole run.
 *
 * @param command as it was typed
 * @param results of a scenario as many as it was run
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

    List<ScenarioResult> all(String scenario) {
        return results.stream()
                .filter(result -> result.scenario().name().equals(scenario))
                .toList();
    }

    /** Of a scenario that was run several times the middle one, by rate. */
    Optional<ScenarioResult> find(String scenario) {
        var sorted = all(scenario).stream()
                .sorted(Comparator.comparingDouble(ScenarioResult::deliveriesPerSecond))
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /** A figure of a scenario as a multiple of its baseline's. */
    OptionalDouble compared(String scenario, Figure figure) {
        var result = find(scenario);
        var value = result.flatMap(figure::of);
        var without = result.flatMap(this::baseline).flatMap(figure::of);
        return value.isEmpty() || without.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.get() / without.get());
    }

    private Optional<ScenarioResult> baseline(ScenarioResult result) {
        return Optional.ofNullable(result.scenario().baseline()).flatMap(this::find);
    }

    /** A figure that some results have. */
    interface Figure {
        Optional<Double> of(ScenarioResult result);
    }
}
