package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.schema.Defect;

/** Where in a request an event stands, for those who have to mend it. */
sealed interface Place {
    /** What to blame, for an error's {@code field}. */
    String field(String pointer);

    /** For an error's summary. */
    String name();

    /** The request's only event. */
    record Whole() implements Place {
        @Override
        public String field(String pointer) {
            return pointer;
        }

        @Override
        public String name() {
            return "the event";
        }
    }

    /** A line of a batch, counted from 1, empty ones included. */
    record Line(long number) implements Place {
        @Override
        public String field(String pointer) {
            return pointer.isEmpty() ? name() : name() + ": " + pointer;
        }

        @Override
        public String name() {
            return "line " + number;
        }
    }

    default String describe(Defect defect) {
        return name() + ": " + defect;
    }
}
