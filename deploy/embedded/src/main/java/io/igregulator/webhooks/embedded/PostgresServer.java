package io.igregulator.webhooks.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 18 on loopback, a process of its own: with a kept directory it outlives this JVM and can be killed
 * and started again; with a temporary one it ends with this JVM.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private final PostgresCluster cluster;
    private final PostmasterFile.Running postmaster;
    private final @Nullable OrphanGuard guard;

    private PostgresServer(PostgresCluster cluster, PostmasterFile.Running postmaster, @Nullable OrphanGuard guard) {
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.guard = guard;
    }

    /**
     * Where and how to run.
     *
     * @param directory kept between runs; none: temporary, deleted on close or when the JVM ends
     * @param port 0 for any free one
     * @param settings {@code postgresql.conf} entries beyond the defaults
     */
    public record Options(@Nullable Path directory, int port, Map<String, String> settings) {

        public Options {
            settings = Map.copyOf(settings);
        }

        public static Options temporary() {
            return new Options(null, 0, Map.of());
        }

        public static Options kept(Path directory) {
            return new Options(directory.toAbsolutePath(), 0, Map.of());
        }

        public Options withPort(int port) {
            return new Options(directory, port, settings);
        }

        public Options withSetting(String name, String value) {
            var more = new HashMap<>(settings);
            more.put(name, value);
            return new Options(directory, port, more);
        }
    }

    /** Starts PostgreSQL, or takes over the one that already serves the kept directory on the wanted port. */
    public static PostgresServer start(Options options) {
        Path directory = options.directory();
        if (directory != null) {
            var cluster = new PostgresCluster(PostgresBinaries.unpacked(), directory);
            return new PostgresServer(cluster, cluster.start(options.port(), options.settings()), null);
        }
        var cluster = new PostgresCluster(PostgresBinaries.unpacked(), TemporaryDirectory.create("postgres"));
        var guard = OrphanGuard.over(cluster.directory(), cluster.stopCommand("immediate"));
        try {
            return new PostgresServer(cluster, cluster.start(options.port(), options.settings()), guard);
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPort.HOST + ":" + port() + "/" + database;
    }

    public int port() {
        return postmaster.port();
    }

    /** The postmaster, for those who want to kill it. */
    public long pid() {
        return postmaster.pid();
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) {
        Databases.createIfMissing(jdbcUrl(USER), USER, PASSWORD, name);
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, PASSWORD);
    }

    /** Stops PostgreSQL cleanly, without waiting for its clients; a temporary directory is deleted. */
    @Override
    public void close() {
        cluster.stop();
        if (guard != null) {
            guard.close();
        }
    }
}
