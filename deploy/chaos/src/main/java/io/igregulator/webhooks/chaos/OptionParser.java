package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.ChaosOptions.Mode;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.command.CommandLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the fault run understands. */
final class OptionParser {
    private static final Set<String> FLAGS =
            Set.of("--isolation", "--burst", "--strain", "--restore", "--upgrade", "--resume", "--scale", "--keep");
    private static final Set<String> OPTIONS = Set.of(
            "--events",
            "--endpoints",
            "--faults",
            "--seed",
            "--minutes",
            "--grace",
            "--patience",
            "--json",
            "--workers",
            "--hanging",
            "--kill-after",
            "--from",
            "--to");

    private OptionParser() {}

    /** @throws CommandFailure if something is not understood */
    static ChaosOptions parse(String... arguments) {
        var line = CommandLine.read(FLAGS, OPTIONS, arguments);
        var mode = mode(line);
        if (mode != Mode.FAULTS && line.path("--json").isPresent()) {
            throw new CommandFailure("Only the fault run writes JSON: leave --json out.");
        }
        return new ChaosOptions(
                line.whole("--events", 20_000, 1, 10_000_000),
                line.whole("--endpoints", 40, 4, 1_000),
                line.whole("--faults", 12, 0, 1_000),
                line.whole("--seed", 1, 0, 999_999_999),
                seconds(line, "--minutes", 4, 60),
                seconds(line, "--grace", 2, 1),
                seconds(line, "--patience", 5, 60),
                line.path("--json"),
                mode,
                line.whole("--workers", 1, 1, 2),
                line.whole("--hanging", 300, 0, 1_000),
                line.whole("--kill-after", 1_000, 1, 1_000_000),
                line.path("--from"),
                line.path("--to"),
                line.has("--keep"),
                line.help());
    }

    private static Mode mode(CommandLine line) {
        List<Mode> modes = Stream.of(
                        Mode.ISOLATION, Mode.BURST, Mode.STRAIN, Mode.RESTORE, Mode.UPGRADE, Mode.RESUME, Mode.SCALE)
                .filter(mode -> line.has("--" + mode.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (modes.size() > 1) {
            throw new CommandFailure(
                    "Only one of --isolation, --burst, --strain, --restore, --upgrade, --resume and --scale.");
        }
        return modes.isEmpty() ? Mode.FAULTS : modes.getFirst();
    }

    private static Duration seconds(CommandLine line, String name, double unless, int unit) {
        String value = line.last(name).orElse(Double.toString(unless));
        double number = value.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(value) : 0;
        if (number <= 0) {
            throw new CommandFailure(name + " takes a number above 0, such as 2 or 0.5, not " + value + ".");
        }
        return Duration.ofMillis(Math.round(number * unit * 1_000));
    }
}
