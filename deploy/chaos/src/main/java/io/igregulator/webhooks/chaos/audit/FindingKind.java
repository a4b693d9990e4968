package io.igregulator.webhooks.chaos.audit;

import java.util.Locale;

/** What can be wrong with a run; each alone makes it fail. */
public enum FindingKind {
    /** An event that had to arrive at an endpoint did not. */
    LOST,
    /** It came again although it had been accepted, and no fault explains that. */
    UNEXPLAINED_REPEAT,
    /** It came again, and the fault that could explain it had explained as much as it may. */
    REPEAT_BEYOND_BOUND,
    /** It went to an endpoint that must not get it at all. */
    NOT_FOR_THIS_ENDPOINT,
    /** It was sent after the API had acknowledged the endpoint's deletion or deactivation. */
    SENT_WHILE_OFF,
    /** It was sent to a URL that the endpoint no longer had. */
    SENT_TO_OLD_URL,
    /** A signature was missing, or made with a secret that was not the endpoint's. */
    WRONG_SIGNATURE,
    /** A row of the platform says something else than the receiver. */
    ROW_DISAGREES,
    /** The figures count more or fewer attempts of an endpoint than its history shows. */
    MISCOUNTED,
    /** The platform gave no reason, or a wrong one, why an event did not arrive. */
    WRONG_REASON,
    /** Work was left over when the run's patience ended. */
    NOT_FINISHED;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it counts as a request that should not have been sent. */
    public boolean wrongSend() {
        return this == NOT_FOR_THIS_ENDPOINT
                || this == SENT_WHILE_OFF
                || this == SENT_TO_OLD_URL
                || this == WRONG_SIGNATURE;
    }
}
