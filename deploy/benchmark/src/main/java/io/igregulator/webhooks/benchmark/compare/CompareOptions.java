package io.igregulator.webhooks.benchmark.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to compare.
 *
 * @param base the checkout whose services are the first side; this one if there is none
 * @param rounds how many times each side runs
 * @param maximum deliveries per second that a rate is a share of
 * @param worker settings of this side's worker, and {@code baseWorker} of the base's
 * @param jvm options of this side's JVMs, and {@code baseJvm} of the base's, instead of the usual ones
 * @param scenarioKeys over what the scenario's file says
 */
record CompareOptions(
        String scenario,
        boolean quick,
        Optional<Path> base,
        int rounds,
        OptionalDouble maximum,
        Map<String, Object> worker,
        Map<String, Object> baseWorker,
        Optional<List<String>> jvm,
        Optional<List<String>> baseJvm,
        Map<String, Object> scenarioKeys,
        Optional<Path> json,
        Optional<Path> data,
        long seed,
        boolean keep,
        boolean help) {
    CompareOptions {
        worker = Map.copyOf(worker);
        baseWorker = Map.copyOf(baseWorker);
        scenarioKeys = Map.copyOf(scenarioKeys);
    }
}
