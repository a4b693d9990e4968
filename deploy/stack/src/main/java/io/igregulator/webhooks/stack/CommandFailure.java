package io.igregulator.webhooks.stack;

/** One sentence why a command cannot start or continue; shown at the console as it is. */
public final class CommandFailure extends RuntimeException {
    public CommandFailure(String sentence) {
        super(sentence);
    }

    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
