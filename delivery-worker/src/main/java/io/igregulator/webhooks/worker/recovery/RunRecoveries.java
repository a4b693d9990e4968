package io.igregulator.webhooks.worker.recovery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Continues recoveries, one step of each in turn. Any worker may do it for all. */
final class RunRecoveries {
    private static final Logger log = LoggerFactory.getLogger(RunRecoveries.class);

    private final RecoveryStep step;
    private final CountRecoveries count;

    RunRecoveries(RecoveryStep step, CountRecoveries count) {
        this.step = step;
        this.count = count;
    }

    /** One step; true when there may be more to do at once. */
    boolean tick() {
        try {
            count.whenDue();
            return step.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot continue recoveries, trying again: {}", e.toString());
            return false;
        }
    }
}
