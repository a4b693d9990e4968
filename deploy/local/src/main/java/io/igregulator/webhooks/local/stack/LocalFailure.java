package io.igregulator.webhooks.local.stack;

/** Says in one line why the stack cannot start or go on; shown to the person at the console as it is. */
public final class LocalFailure extends RuntimeException {
    public LocalFailure(String sentence) {
        super(sentence);
    }

    public LocalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
