package io.igregulator.webhooks.stack.receiver;

/** A signature header that does not have its dialect's shape. */
final class MalformedSignature extends Exception {
    MalformedSignature(String complaint) {
        super(complaint, null, false, false);
    }

    String complaint() {
        return String.valueOf(getMessage());
    }
}
