package io.igregulator.webhooks.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Gives up pooled sessions that are connected and of no use. Where one session turned read-only, its PostgreSQL is the
 * primary no longer and the others lead there too: all of the pool is made again. The pool itself knows only of broken ones.
 */
public final class RenewPool implements SQLExceptionOverride {
    static final String READ_ONLY = "25006";

    /** The server ends the session with these: database dropped, session or transaction idle for too long. */
    private static final Set<String> ENDED = Set.of("57P04", "57P05", "25P03");

    private final HikariDataSource pool;

    RenewPool(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (READ_ONLY.equals(failure.getSQLState())) {
            renew();
        }
        return ENDED.contains(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }

    /** Idle sessions are closed now, those in use when they come back, so that what runs in them ends in order. */
    void renew() {
        HikariPoolMXBean sessions = pool.getHikariPoolMXBean();
        if (sessions != null) {
            sessions.softEvictConnections();
        }
    }

    /** For what was done past the pool's proxies, which see no failure then. */
    public static void examine(DataSource source, SQLException failure) throws SQLException {
        if (source.isWrapperFor(HikariDataSource.class)
                && source.unwrap(HikariDataSource.class).getExceptionOverride() instanceof RenewPool renewal) {
            var _ = renewal.adjudicate(failure);
        }
    }
}
