package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Goes on with recoveries, a step each in turn. Any worker does it for all. */
final class RunRecoveries implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(RunRecoveries.class);

    private final RecoveryStep step;
    private final Duration interval;

    RunRecoveries(RecoveryStep step, Duration interval) {
        this.step = step;
        this.interval = interval;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            boolean more = tick();
            signal.alive();
            if (!more) {
                signal.pause(interval);
            }
        }
    }

    /** One step; true when there may be more to do at once. */
    private boolean tick() {
        try {
            return step.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot go on with recoveries, trying again: {}", e.toString());
            return false;
        }
    }
}
