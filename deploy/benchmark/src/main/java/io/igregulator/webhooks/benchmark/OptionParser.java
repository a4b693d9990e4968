package io.igregulator.webhooks.benchmark;

import io.igregulator.webhooks.local.command.CommandLine;
import io.igregulator.webhooks.local.stack.LocalFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the benchmark understands. */
final class OptionParser {
    private static final Set<String> FLAGS = Set.of("--quick", "--keep");
    private static final Set<String> OPTIONS =
            Set.of("--scenario", "--json", "--out", "--profile", "--data", "--seed", "--worker", "--jvm");

    private OptionParser() {}

    /** @throws LocalFailure if something is not understood */
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
                worker(line),
                line.last("--jvm").map(options -> List.of(options.strip().split("\\s+", -1))),
                line.has("--keep"),
                line.help());
    }

    private static Map<String, Object> worker(CommandLine line) {
        var settings = new HashMap<String, Object>();
        for (String setting : line.all("--worker")) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new LocalFailure("--worker takes a setting such as webhooks.outcomes.max-batch=1000.");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
