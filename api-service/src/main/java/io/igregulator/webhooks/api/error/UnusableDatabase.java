package io.igregulator.webhooks.api.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Separates failures of PostgreSQL, or of the way to it, from our own: the same request may succeed a moment later, on
 * another session or another primary.
 */
final class UnusableDatabase {
    private static final int DEEPEST = 10;

    /** Lost or refused connections; no room for one, for memory, for files; ended, stopping or starting. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57P0");

    /** Read-only; a serialisation failure, a deadlock, a lock that was not available: rolled back, and safe to repeat. */
    private static final Set<String> STATES = Set.of("25006", "25P03", "40001", "40P01", "55P03");

    private UnusableDatabase() {}

    /** Whether any cause of the failure says so. */
    static boolean explains(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refusal && explains(refusal)) {
                return true;
            }
            // A rollback on a lost session fails too, and hides why.
            if (cause instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && explains(rollback.getApplicationException())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean explains(SQLException failure) {
        // The pool's own, when it has no session to give; it has the state of the driver's last failure, or none.
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = failure.getSQLState();
        return state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
    }
}
