package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.Options.Mode;
import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.PortWishes;
import java.nio.file.Path;
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
    private static final Set<String> FLAGS = Set.of("--fresh", "--no-demo", "--smoke", "--help");
    private static final Set<String> PORTS = Set.of(
            "--api-port", "--operator-port", "--worker-port", "--postgres-port", "--kafka-port", "--receiver-port");
    private static final Set<String> VALUES = Set.of("--data", "--info", "--rate", "--workers");
    private static final int MOST_WORKERS = 16;

    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private OptionParser() {}

    /** @throws LocalFailure if something is not understood */
    static Options parse(String... arguments) {
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
        if (!PORTS.contains(name) && !VALUES.contains(name)) {
            throw new LocalFailure("Unknown option " + name + "; --help lists them all.");
        }
        if (value.isEmpty()) {
            throw new LocalFailure(name + " needs a value; --help tells which.");
        }
        values.put(name, value);
    }

    private Options options() {
        var mode = mode();
        if (mode == Mode.SMOKE && (values.containsKey("--data") || flags.contains("--fresh"))) {
            throw new LocalFailure("--smoke uses a new folder of its own: leave --data and --fresh out.");
        }
        return new Options(
                mode,
                path("--data"),
                flags.contains("--fresh"),
                !flags.contains("--no-demo"),
                rate(),
                whole("--workers", 1, 1, MOST_WORKERS),
                ports(),
                path("--info"));
    }

    private Mode mode() {
        if (flags.contains("--help")) {
            return Mode.HELP;
        }
        return flags.contains("--smoke") ? Mode.SMOKE : Mode.RUN;
    }

    private PortWishes ports() {
        return new PortWishes(
                port("--api-port"),
                port("--operator-port"),
                port("--worker-port"),
                port("--postgres-port"),
                port("--kafka-port"),
                port("--receiver-port"));
    }

    private int port(String name) {
        return whole(name, 0, 1, 65_535);
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

    private double rate() {
        String value = values.getOrDefault("--rate", "2");
        double rate = value.matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(value) : 0;
        if (rate <= 0) {
            throw new LocalFailure("--rate takes events a second, such as 2 or 0.5, not " + value + ".");
        }
        return rate;
    }

    private Optional<Path> path(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }
}
