package io.igregulator.webhooks.benchmark.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What holds for all scenarios of a run.
 *
 * @param worker settings of the worker over those of the scenarios
 * @param jvm options of the stack's JVMs
 * @param maximum deliveries per second that rates are a share of, if not what {@code steady} reaches in this run
 * @param profile folder for flight recordings
 * @param data where the scenarios' folders are made, with temporary files if nowhere else
 */
public record RunSettings(
        long seed,
        Map<String, Object> worker,
        List<String> jvm,
        OptionalDouble maximum,
        Optional<Path> profile,
        Optional<Path> data,
        boolean keep) {
    public RunSettings {
        worker = Map.copyOf(worker);
        jvm = List.copyOf(jvm);
    }
}
