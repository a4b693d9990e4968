package io.igregulator.webhooks.event;

/** What became of reading a published body: an envelope, or the reason why it is none. */
public sealed interface EnvelopeReading {
    /** A valid envelope. */
    record Valid(EventEnvelope envelope) implements EnvelopeReading {}

    /**
     * Not an envelope.
     *
     * @param reason stable and machine-readable, see {@link Reason}
     * @param detail for a person; quotes no part of the body
     */
    record Invalid(Reason reason, String detail) implements EnvelopeReading {}

    /** Why a body is no envelope. */
    enum Reason {
        TOO_LARGE,
        NOT_JSON,
        MISSING_FIELD,
        INVALID_FIELD,
        UNKNOWN_EVENT_TYPE;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
