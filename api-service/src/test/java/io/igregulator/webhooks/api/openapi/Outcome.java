package io.igregulator.webhooks.api.openapi;

import tools.jackson.databind.JsonNode;

/**
 * What the two directions are compared by.
 *
 * @param operation its id, or {@link #NONE}
 * @param reason of an error, behind its code; empty for a success
 */
record Outcome(String operation, int status, String reason) implements Comparable<Outcome> {
    /** Where a request matches no operation of the document. */
    static final String NONE = "(no operation)";

    /** @param error an error envelope */
    static String reason(JsonNode error) {
        return error.path("code").asString("") + "/"
                + error.path("details").path("reason").asString("");
    }

    @Override
    public int compareTo(Outcome other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return operation + " " + status + (reason.isEmpty() ? "" : " " + reason);
    }
}
