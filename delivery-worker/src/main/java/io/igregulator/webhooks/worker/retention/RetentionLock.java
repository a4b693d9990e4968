package io.igregulator.webhooks.worker.retention;

import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction of retention's at a time, whichever worker it is of: all workers see the same tables. A lock of the
 * transaction's rather than the session's: it cannot outlive its holder, nor be lost in a connection pool.
 */
final class RetentionLock {
    /** Any number that nothing else in the database locks: "retain" in ASCII. */
    static final long LOCK = 0x72657461696eL;

    // A statement that waits for a table's lock holds up all that come after it: better to give up and try again.
    private static final String LOCK_TIMEOUT = "300ms";
    private static final String LOCKED = """
            SELECT pg_try_advisory_xact_lock(?) AND set_config('lock_timeout', ?, true) IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RetentionLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What {@code work} returns, or nothing while another worker has a transaction like this. */
    OptionalInt run(IntSupplier work) {
        OptionalInt result =
                transaction.execute(status -> locked() ? OptionalInt.of(work.getAsInt()) : OptionalInt.empty());
        return result == null ? OptionalInt.empty() : result;
    }

    private boolean locked() {
        return jdbc.sql(LOCKED)
                .param(LOCK)
                .param(LOCK_TIMEOUT)
                .query(Boolean.class)
                .single();
    }
}
