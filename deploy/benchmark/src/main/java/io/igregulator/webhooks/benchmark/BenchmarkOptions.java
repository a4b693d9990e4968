package io.igregulator.webhooks.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run.
 *
 * @param scenarios by name; none for all
 * @param json where figures go for programs
 * @param out folder of the report with plots
 * @param profile folder that takes a flight recording of the worker in each scenario
 * @param data folder on the disk that takes the scenarios' data, the temporary folder if there is none
 * @param worker settings of the worker over those of the scenarios
 * @param jvm options of the stack's JVMs instead of the usual ones
 * @param scenarioKeys over what the scenarios' files say
 * @param repeat how many times each of the wanted scenarios is run
 */
record BenchmarkOptions(
        List<String> scenarios,
        boolean quick,
        Optional<Path> json,
        Optional<Path> out,
        Optional<Path> profile,
        Optional<Path> data,
        long seed,
        Map<String, Object> worker,
        Optional<List<String>> jvm,
        Map<String, Object> scenarioKeys,
        int repeat,
        boolean keep,
        boolean help) {
    BenchmarkOptions {
        scenarios = List.copyOf(scenarios);
        worker = Map.copyOf(worker);
        scenarioKeys = Map.copyOf(scenarioKeys);
    }
}
