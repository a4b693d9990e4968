package io.igregulator.webhooks.stack;

import java.io.IOException;

/** Signals that Java itself cannot send. */
enum Signal {
    STOP,
    CONT;

    void to(long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).inheritIO();
            if (kill.start().waitFor() != 0) {
                throw new CommandFailure("Process " + pid + " cannot be sent " + name() + ".");
            }
        } catch (IOException e) {
            throw new CommandFailure("The command kill cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
