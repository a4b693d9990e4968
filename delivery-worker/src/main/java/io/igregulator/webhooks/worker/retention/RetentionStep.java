package io.igregulator.webhooks.worker.retention;

/** One part of a round; its class says what it does. */
interface RetentionStep {
    Progress run();
}
