package io.igregulator.webhooks.benchmark.option;

import io.igregulator.webhooks.stack.command.CommandLine;
import java.util.List;
import java.util.Optional;

/** Options of the stack's JVMs, between blanks. */
public final class JvmOptions {
    private JvmOptions() {}

    public static Optional<List<String>> of(CommandLine line, String option) {
        return line.last(option).map(options -> List.of(options.strip().split("\\s+", -1)));
    }
}
