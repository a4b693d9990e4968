package io.igregulator.webhooks.benchmark.compare;

import io.igregulator.webhooks.benchmark.option.JvmOptions;
import io.igregulator.webhooks.benchmark.option.KeyValues;
import io.igregulator.webhooks.benchmark.scenario.Selection;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.command.CommandLine;
import java.util.OptionalDouble;
import java.util.Set;

/** What {@code compare} understands. */
final class CompareOptionParser {
    private static final Set<String> FLAGS = Set.of("--quick", "--keep");
    private static final Set<String> OPTIONS = Set.of(
            "--scenario",
            "--base",
            "--rounds",
            "--maximum",
            "--worker",
            "--base-worker",
            "--jvm",
            "--base-jvm",
            "--set",
            "--json",
            "--data",
            "--seed");

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_MAXIMUM = 1_000_000;

    private CompareOptionParser() {}

    /** @throws CommandFailure if something is not understood */
    static CompareOptions parse(String... arguments) {
        var line = CommandLine.read(FLAGS, OPTIONS, arguments);
        int maximum = line.whole("--maximum", 0, 1, MOST_MAXIMUM);
        return new CompareOptions(
                line.last("--scenario").orElse(Selection.MAXIMUM),
                line.has("--quick"),
                line.path("--base"),
                line.whole("--rounds", 3, 1, MOST_ROUNDS),
                maximum == 0 ? OptionalDouble.empty() : OptionalDouble.of(maximum),
                KeyValues.ofWorker(line, "--worker"),
                KeyValues.ofWorker(line, "--base-worker"),
                JvmOptions.of(line, "--jvm"),
                JvmOptions.of(line, "--base-jvm"),
                KeyValues.ofScenario(line),
                line.path("--json"),
                line.path("--data"),
                line.whole("--seed", 1, 0, 999_999_999),
                line.has("--keep"),
                line.help());
    }
}
