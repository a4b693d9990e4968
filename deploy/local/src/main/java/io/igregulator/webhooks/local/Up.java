package io.igregulator.webhooks.local;

import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Starts the whole platform on this machine: {@code deploy/local/up}. */
public final class Up {
    private Up() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            var options = OptionParser.parse(arguments);
            var console = new Console(System.out);
            return switch (options.mode()) {
                case HELP -> help(console);
                case RUN -> new RunCommand(options, console).run();
                case SMOKE -> new SmokeCommand(options, console).run();
            };
        } catch (LocalFailure | StartFailedException e) {
            System.err.println("up: " + e.getMessage());
            return 1;
        }
    }

    private static int help(Console console) {
        try (var text = Up.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("help.txt is not packaged");
            }
            console.say(new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
