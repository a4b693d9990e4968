package io.igregulator.webhooks.chaos.audit;

/** Whether a pair has to arrive. */
enum Expectation {
    MUST,
    /** The endpoint changed while the event was on its way: both are right. */
    MAY,
    MUST_NOT
}
