package io.igregulator.webhooks.worker.retention;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** Removes rows in short transactions, and not without end in one round: vacuum and everybody else come in between. */
final class RowBatches {
    private static final int BATCHES_IN_A_ROUND = 100;

    private final Exclusively exclusively;
    private final int batchSize;

    RowBatches(Exclusively exclusively, int batchSize) {
        this.exclusively = exclusively;
        this.batchSize = batchSize;
    }

    /** @param removal removes at most as many rows as it is told and returns how many it found */
    Progress run(IntUnaryOperator removal) {
        for (int batch = 0; batch < BATCHES_IN_A_ROUND; batch++) {
            OptionalInt removed = exclusively.run(() -> removal.applyAsInt(batchSize));
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
