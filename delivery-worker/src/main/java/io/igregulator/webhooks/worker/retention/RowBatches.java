package io.igregulator.webhooks.worker.retention;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** Removes rows in short transactions, a bounded number per round, so that vacuum and others come in between. */
final class RowBatches {
    private static final int BATCHES_IN_A_ROUND = 100;

    private final RetentionLock lock;
    private final int batchSize;

    RowBatches(RetentionLock lock, int batchSize) {
        this.lock = lock;
        this.batchSize = batchSize;
    }

    /** @param removal removes at most the given number of rows and returns how many it found */
    Progress run(IntUnaryOperator removal) {
        for (int batch = 0; batch < BATCHES_IN_A_ROUND; batch++) {
            OptionalInt removed = lock.run(() -> removal.applyAsInt(batchSize));
            if (removed.isEmpty()) {
                return Progress.BLOCKED;
            }
            if (removed.getAsInt() < batchSize) {
                return Progress.DONE;
            }
        }
        return Progress.MORE;
    }
}
