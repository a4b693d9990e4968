package io.igregulator.webhooks.benchmark.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is of a run.
 *
 * @param failures why a scenario came to no result, by its name
 */
public record Results(List<ScenarioResult> results, Map<String, String> failures) {
    public Results {
        results = List.copyOf(results);
        failures = new LinkedHashMap<>(failures);
    }
}
