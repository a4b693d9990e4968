package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what this worker claims, one row per claim, so that others can free it when this worker is gone. Works within the
 * claim's transaction.
 */
final class ClaimBook {
    private final JdbcClient jdbc;
    private final Supplier<OptionalInt> worker;
    private final Queue<Long> ended = new ConcurrentLinkedQueue<>();

    /** @param worker the number whose lock this process holds, if it holds one */
    ClaimBook(JdbcClient jdbc, Supplier<OptionalInt> worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** Whether what is claimed is written down: else nothing distinguishes it from what is not claimed. */
    boolean open() {
        return worker.get().isPresent();
    }

    /**
     * Also removes the claims that have ended since the last time.
     *
     * @return to be called when all of them are recorded
     */
    Runnable write(List<ClaimedDelivery> claimed, Instant leaseEnd) {
        removeEnded();
        OptionalInt number = worker.get();
        if (claimed.isEmpty() || number.isEmpty()) {
            return () -> {};
        }
        long id = jdbc.sql("INSERT INTO claim (worker, lease_end, deliveries) VALUES (?, ?, ?) RETURNING id")
                .param(number.getAsInt())
                .param(SqlTime.of(leaseEnd))
                .param(Columns.of("uuid", claimed, delivery -> delivery.id().value()))
                .query(Long.class)
                .single();
        return () -> ended.add(id);
    }

    private void removeEnded() {
        List<Long> ids = new ArrayList<>();
        for (Long id = ended.poll(); id != null; id = ended.poll()) {
            ids.add(id);
        }
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM claim WHERE id = ANY (?)")
                    .param(Columns.of("int8", ids))
                    .update();
        }
    }
}
