package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.fault.ProcessFault;

/**
 * How many requests one fault may have sent again.
 *
 * @param ofOneWorker by way of one worker: what it had in flight, and one batch of outcomes
 * @param workers that can run at a time; a fault of PostgreSQL, of the broker or of the group can meet them all
 */
public record RepeatBound(int ofOneWorker, int workers) {
    int of(ProcessFault.Kind kind) {
        return kind.disturbsOneWorker() ? ofOneWorker : ofOneWorker * workers;
    }
}
