package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.Options.Mode;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.PortWishes;
import io.igregulator.webhooks.stack.command.CommandLine;
import java.util.Locale;
import java.util.Set;

/** What {@code up} understands. */
final class OptionParser {
    private static final Set<String> FLAGS = Set.of("--fresh", "--no-demo", "--smoke", "--train");
    private static final Set<String> OPTIONS = Set.of(
            "--api-port",
            "--operator-port",
            "--worker-port",
            "--postgres-port",
            "--kafka-port",
            "--receiver-port",
            "--data",
            "--info",
            "--rate",
            "--workers");
    private static final int MOST_WORKERS = 16;

    private final CommandLine line;

    private OptionParser(CommandLine line) {
        this.line = line;
    }

    /** @throws CommandFailure if something is not understood */
    static Options parse(String... arguments) {
        return new OptionParser(CommandLine.read(FLAGS, OPTIONS, arguments)).options();
    }

    private Options options() {
        var mode = mode();
        if (mode == Mode.SMOKE || mode == Mode.TRAIN) {
            refuseForSmoke(mode);
        }
        return new Options(
                mode,
                line.path("--data"),
                line.has("--fresh"),
                !line.has("--no-demo"),
                rate(),
                line.whole("--workers", 1, 1, MOST_WORKERS),
                ports(),
                line.path("--info"));
    }

    private void refuseForSmoke(Mode mode) {
        String name = "--" + mode.name().toLowerCase(Locale.ROOT);
        if (line.last("--data").isPresent() || line.has("--fresh")) {
            throw new CommandFailure(name + " uses a new folder of its own: leave --data and --fresh out.");
        }
        if (mode == Mode.TRAIN && line.last("--workers").isPresent()) {
            throw new CommandFailure(name + " starts one worker, which leaves one cache: leave --workers out.");
        }
    }

    private Mode mode() {
        if (line.help()) {
            return Mode.HELP;
        }
        if (line.has("--train")) {
            return Mode.TRAIN;
        }
        return line.has("--smoke") ? Mode.SMOKE : Mode.RUN;
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
        return line.whole(name, 0, 1, 65_535);
    }

    private double rate() {
        String value = line.last("--rate").orElse("2");
        double rate = value.matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(value) : 0;
        if (rate <= 0) {
            throw new CommandFailure("--rate takes events per second, such as 2 or 0.5, not " + value + ".");
        }
        return rate;
    }
}
