package io.igregulator.webhooks.local;

import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.local.command.Help;
import io.igregulator.webhooks.local.stack.AotCache;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.LocalFailure;

/** Starts the whole platform on this machine: {@code deploy/local/up}. */
public final class Up {
    private static final int FAILED = 1;

    private Up() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        var console = new Console(System.out);
        var shutdown = new Shutdown(console);
        try {
            return command(OptionParser.parse(arguments), console, shutdown);
        } catch (LocalFailure | StartFailedException e) {
            // A start that Ctrl-C cut off fails too; that is no news.
            if (!shutdown.begun()) {
                System.err.println("up: " + e.getMessage());
            }
            return FAILED;
        } finally {
            shutdown.run();
        }
    }

    private static int command(Options options, Console console, Shutdown shutdown) {
        return switch (options.mode()) {
            case HELP -> Help.show(Up.class, console);
            case RUN -> new RunCommand(options, console, shutdown).run();
            case SMOKE -> new SmokeCommand(options, AotCache.USED, console, shutdown).run();
            case TRAIN -> new SmokeCommand(options, AotCache.WRITTEN, console, shutdown).run();
        };
    }
}
