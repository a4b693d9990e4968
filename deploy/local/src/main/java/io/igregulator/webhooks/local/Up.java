package io.igregulator.webhooks.local;

import io.igregulator.webhooks.stack.AotCache;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Shutdown;
import io.igregulator.webhooks.stack.command.Help;
import io.igregulator.webhooks.stack.command.Program;

/** Starts the whole platform on this machine: {@code deploy/local/up}. */
public final class Up {
    private Up() {}

    public static void main(String[] arguments) {
        System.exit(
                Program.run("up", (console, shutdown) -> command(OptionParser.parse(arguments), console, shutdown)));
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
