package io.igregulator.webhooks.schema;

import java.util.Objects;

/**
 * What is wrong with a body, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field; empty for the body as a whole
 * @param problem for a person, to be read after the field's name; quotes no part of the body
 */
public record Defect(String pointer, String problem) {
    private static final String MISSING = "is required";

    public Defect {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(problem, "problem");
    }

    /** The body as a whole is to blame. */
    public static Defect ofBody(String problem) {
        return new Defect("", problem);
    }

    /** A field that should be there is not. */
    public static Defect missing(String pointer) {
        return new Defect(pointer, MISSING);
    }

    public boolean isMissing() {
        return problem.equals(MISSING);
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? problem : pointer + " " + problem;
    }
}
