package io.igregulator.webhooks.stack.command;

import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Shutdown;
import java.util.concurrent.CompletionException;

/** The life of a command: it closes what it opened however it ends, and reports a failure that it expects in one line. */
public final class Program {
    private static final int FAILED = 1;

    private Program() {}

    /** What a command does; returns its exit status. */
    public interface Body {
        int run(Console console, Shutdown shutdown);
    }

    /**
     * @param name before the line
     * @return the command's exit status
     */
    public static int run(String name, Body body) {
        var console = new Console(System.out);
        var shutdown = new Shutdown(console);
        try {
            return body.run(console, shutdown);
        } catch (CommandFailure | StartFailedException e) {
            // A start that Ctrl-C cut off fails too, and is not reported.
            if (!shutdown.begun()) {
                System.err.println(name + ": " + e.getMessage());
            }
            return FAILED;
        } catch (CompletionException e) {
            // What another thread of the command was asked for.
            if (e.getCause() instanceof CommandFailure failure) {
                System.err.println(name + ": " + failure.getMessage());
                return FAILED;
            }
            throw e;
        } finally {
            shutdown.run();
        }
    }
}
