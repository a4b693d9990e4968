package io.igregulator.webhooks.worker.retention;

/** How far a round came; the later ones outrank the earlier. */
enum Progress {
    /** Nothing is left to do for now. */
    DONE,
    /** There is more to remove. */
    MORE,
    /** A lock, another worker or a failure was in the way. */
    BLOCKED;

    Progress and(Progress other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
