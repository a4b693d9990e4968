package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.local.stack.LocalFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line: flags, and options with a value after a blank or an equals sign. */
final class OptionParser {
    private static final Set<String> FLAGS = Set.of("--isolation", "--keep", "--help");
    private static final Set<String> VALUES =
            Set.of("--events", "--endpoints", "--faults", "--seed", "--minutes", "--grace", "--patience", "--json");

    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private OptionParser() {}

    /** @throws LocalFailure if something is not understood */
    static ChaosOptions parse(String... arguments) {
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
        values.put(name, value);
    }

    private ChaosOptions options() {
        return new ChaosOptions(
                whole("--events", 20_000, 1, 10_000_000),
                whole("--endpoints", 40, 4, 1_000),
                whole("--faults", 12, 0, 1_000),
                whole("--seed", 1, 0, 999_999_999),
                seconds("--minutes", 4, 60),
                seconds("--grace", 2, 1),
                seconds("--patience", 5, 60),
                Optional.ofNullable(values.get("--json")).map(Path::of),
                flags.contains("--isolation"),
                flags.contains("--keep"),
                flags.contains("--help"));
    }

    private int whole(String name, int unless, int least, int most) {
        String value = values.get(name);
        if (value == null) {
            return unless;
        }
        int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new LocalFailure(name + " takes a number from " + least + " to " + most + ", not " + value + ".");
        }
        return number;
    }

    private Duration seconds(String name, double unless, int unit) {
        String value = values.getOrDefault(name, Double.toString(unless));
        double number = value.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(value) : 0;
        if (number <= 0) {
            throw new LocalFailure(name + " takes a number above 0, such as 2 or 0.5, not " + value + ".");
        }
        return Duration.ofMillis(Math.round(number * unit * 1_000));
    }
}
