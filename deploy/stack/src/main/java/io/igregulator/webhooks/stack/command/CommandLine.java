package io.igregulator.webhooks.stack.command;

import io.igregulator.webhooks.stack.CommandFailure;
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

/** A command line that was read: flags, and options with a value after a blank or an equals sign. */
public final class CommandLine {
    private static final String HELP = "--help";

    private final Set<String> knownFlags;
    private final Set<String> knownOptions;
    private final Set<String> flags = new HashSet<>();
    private final Map<String, List<String>> values = new HashMap<>();

    private CommandLine(Set<String> knownFlags, Set<String> knownOptions) {
        this.knownFlags = knownFlags;
        this.knownOptions = knownOptions;
    }

    /**
     * Beside what is named, {@code --help} and {@code -h} are known.
     *
     * @throws CommandFailure if something is not understood
     */
    public static CommandLine read(Set<String> knownFlags, Set<String> knownOptions, String... arguments) {
        var line = new CommandLine(knownFlags, knownOptions);
        line.read(new ArrayDeque<>(List.of(arguments)));
        return line;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public boolean help() {
        return has(HELP);
    }

    /** Every value that the option was given, in order. */
    public List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The value that counts, where the option is to be given once. */
    public Optional<String> last(String option) {
        return all(option).reversed().stream().findFirst();
    }

    public Optional<Path> path(String option) {
        return last(option).map(Path::of);
    }

    /** @throws CommandFailure unless it is a whole number of the range, or was not given */
    public int whole(String option, int unless, int least, int most) {
        return last(option)
                .map(value -> {
                    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
                    if (number < least || number > most) {
                        throw new CommandFailure(
                                option + " takes a number from " + least + " to " + most + ", not " + value + ".");
                    }
                    return number;
                })
                .orElse(unless);
    }

    private void read(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.removeFirst();
            int equals = argument.indexOf('=');
            if (argument.equals("-h") || argument.equals(HELP)) {
                flags.add(HELP);
            } else if (knownFlags.contains(argument)) {
                flags.add(argument);
            } else if (equals > 0) {
                take(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                take(argument, arguments.isEmpty() ? "" : arguments.removeFirst());
            }
        }
    }

    private void take(String option, String value) {
        if (!knownOptions.contains(option)) {
            throw new CommandFailure("Unknown option " + option + "; --help lists them all.");
        }
        if (value.isEmpty()) {
            throw new CommandFailure(option + " needs a value; --help says which.");
        }
        values.computeIfAbsent(option, ignored -> new ArrayList<>()).add(value);
    }
}
