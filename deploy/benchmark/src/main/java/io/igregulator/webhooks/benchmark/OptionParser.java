package io.igregulator.webhooks.benchmark;

import io.igregulator.webhooks.local.stack.LocalFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line: flags, and options with a value after a blank or an equals sign. */
final class OptionParser {
    private static final Set<String> FLAGS = Set.of("--quick", "--keep", "--help");
    private static final Set<String> VALUES =
            Set.of("--scenario", "--json", "--out", "--profile", "--seed", "--worker", "--jvm");

    private final Set<String> flags = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();

    private OptionParser() {}

    /** @throws LocalFailure if something is not understood */
    static BenchmarkOptions parse(String... arguments) {
        var parser = new OptionParser();
        parser.read(new ArrayDeque<>(List.of(arguments)));
        return parser.options();
    }

    private void read(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.removeFirst();
            int equals = argument.indexOf('=');
            if (argument.equals("-h") || FLAGS.contains(argument)) {
                flags.add(argument.equals("-h") ? "--help" : argument);
            } else if (equals > 0) {
                take(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                take(argument, arguments.isEmpty() ? "" : arguments.removeFirst());
            }
        }
    }

    private void take(String name, String value) {
        if (!VALUES.contains(name)) {
            throw new LocalFailure("Unknown option " + name + "; --help lists them all.");
        }
        if (value.isEmpty()) {
            throw new LocalFailure(name + " needs a value; --help tells which.");
        }
        values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
    }

    private BenchmarkOptions options() {
        return new BenchmarkOptions(
                all("--scenario").stream()
                        .flatMap(names -> List.of(names.split(",", -1)).stream())
                        .toList(),
                flags.contains("--quick"),
                last("--json").map(Path::of),
                last("--out").map(Path::of),
                last("--profile").map(Path::of),
                seed(),
                worker(),
                last("--jvm").map(options -> List.of(options.strip().split("\\s+", -1))),
                flags.contains("--keep"),
                flags.contains("--help"));
    }

    private List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private Optional<String> last(String name) {
        return all(name).reversed().stream().findFirst();
    }

    private long seed() {
        String value = last("--seed").orElse("1");
        if (!value.matches("\\d{1,9}")) {
            throw new LocalFailure("--seed takes a number from 0 to 999999999, not " + value + ".");
        }
        return Long.parseLong(value);
    }

    private Map<String, Object> worker() {
        var settings = new HashMap<String, Object>();
        for (String setting : all("--worker")) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new LocalFailure("--worker takes a setting such as webhooks.outcomes.max-batch=1000.");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
