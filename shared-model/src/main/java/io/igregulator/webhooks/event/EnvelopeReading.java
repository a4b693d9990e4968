package io.igregulator.webhooks.event;

import io.igregulator.webhooks.schema.Defect;

/** What became of reading a published body: an envelope, or the reason why it is none. */
public sealed interface EnvelopeReading {
    /** A valid envelope. */
    record Valid(EventEnvelope envelope) implements EnvelopeReading {}

    /**
     * Not an envelope.
     *
     * @param reason stable and machine-readable, see {@link Reason}
     * @param defect which field, and what is wrong with it
     */
    record Invalid(Reason reason, Defect defect) implements EnvelopeReading {}

    /** Why a body is not an envelope. */
    enum Reason {
        TOO_LARGE,
        NOT_JSON,
        MISSING_FIELD,
        INVALID_FIELD,
        UNKNOWN_EVENT_TYPE,
        /** An envelope, but not as the schema of its type has it. */
        SCHEMA_VIOLATION;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
