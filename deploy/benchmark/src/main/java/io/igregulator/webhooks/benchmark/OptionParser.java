package io.igregulator.webhooks.benchmark;

import io.igregulator.webhooks.benchmark.option.JvmOptions;
import io.igregulator.webhooks.benchmark.option.KeyValues;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.command.CommandLine;
import java.util.List;
import java.util.Set;

/** What the benchmark understands. */
final class OptionParser {
    private static final Set<String> FLAGS = Set.of("--quick", "--keep");
    private static final Set<String> OPTIONS = Set.of(
            "--scenario", "--json", "--out", "--profile", "--data", "--seed", "--worker", "--jvm", "--set", "--repeat");

    private static final int MOST_REPEATS = 100;

    private OptionParser() {}

    /** @throws CommandFailure if something is not understood */
    static BenchmarkOptions parse(String... arguments) {
        var line = CommandLine.read(FLAGS, OPTIONS, arguments);
        return new BenchmarkOptions(
                line.all("--scenario").stream()
                        .flatMap(names -> List.of(names.split(",", -1)).stream())
                        .toList(),
                line.has("--quick"),
                line.path("--json"),
                line.path("--out"),
                line.path("--profile"),
                line.path("--data"),
                line.whole("--seed", 1, 0, 999_999_999),
                KeyValues.ofWorker(line, "--worker"),
                JvmOptions.of(line, "--jvm"),
                KeyValues.ofScenario(line),
                line.whole("--repeat", 1, 1, MOST_REPEATS),
                line.has("--keep"),
                line.help());
    }
}
