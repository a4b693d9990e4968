package io.igregulator.webhooks.api.openapi;

/** A generated request and what the document says to it. */
record Generated(Request request, Verdict verdict) {
    /** What may follow. */
    enum Verdict {
        /** All of it as the document says: no refusal may blame the request's form. */
        VALID,
        /** Something that the document forbids: it must not succeed. */
        INVALID,
        /** Anything that is documented. */
        UNCLEAR
    }
}
