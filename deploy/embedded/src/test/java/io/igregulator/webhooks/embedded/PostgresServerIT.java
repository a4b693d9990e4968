package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.embedded.PostgresServer.Options;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path directory;

    @Test
    void keepsDataOverACleanRestartOnTheSamePort() throws Exception {
        int port;
        try (var server = PostgresServer.start(Options.kept(directory))) {
            port = server.port();
            server.createDatabase("shop");
            server.createDatabase("shop");
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var server = PostgresServer.start(Options.kept(directory).withPort(port))) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void keepsCommittedDataOverASigkillOfThePostmaster() throws Exception {
        var killed = PostgresServer.start(Options.kept(directory));
        killed.createDatabase("shop");
        execute(killed, "CREATE TABLE kept AS SELECT 42 AS answer");
        var postmaster = ProcessHandle.of(killed.pid()).orElseThrow();

        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().get(10, TimeUnit.SECONDS);

        assertThat(directory.resolve("data/postmaster.pid")).exists();
        try (var server = PostgresServer.start(Options.kept(directory).withPort(killed.port()))) {
            assertThat(server.pid()).isNotEqualTo(killed.pid());
            assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAlthoughTheDeadPostmastersPidNowBelongsToAnotherProcess() throws Exception {
        PostgresServer.start(Options.kept(directory)).close();
        Files.writeString(
                directory.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("data") + "\n0\n5432\n\n127.0.0.1\n");

        try (var server = PostgresServer.start(Options.kept(directory))) {
            assertThat(query(server, "postgres", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takesOverAServerThatOutlivedItsStarter() {
        var first = PostgresServer.start(Options.kept(directory));
        try (var second = PostgresServer.start(Options.kept(directory).withPort(first.port()))) {
            assertThat(second.pid()).isEqualTo(first.pid());
        }
        first.close();
    }

    @Test
    void runsWithFsyncOnLoopbackAndWithTheSettingsAskedFor() throws Exception {
        try (var server = PostgresServer.start(Options.temporary().withSetting("application_name", "it's"))) {
            assertThat(query(server, "postgres", "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "postgres", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "postgres", "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void leavesNeitherProcessNorFilesOfATemporaryServer() throws Exception {
        Path data;
        ProcessHandle postmaster;
        try (var server = PostgresServer.start(Options.temporary())) {
            data = Path.of(query(server, "postgres", "SHOW data_directory"));
            postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        }
        assertThat(postmaster.onExit()).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws Exception {
        try (var squatter = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var options = Options.kept(directory).withPort(squatter.getLocalPort());
            assertThatThrownBy(() -> PostgresServer.start(options))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("Port " + squatter.getLocalPort())
                    .hasMessageEndingWith("is taken by another process.");
        }
    }

    @Test
    void saysInOneSentenceThatTheDirectoryIsUnusable() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> PostgresServer.start(Options.kept(file)))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("PostgreSQL cannot start: " + file + " is not a directory.");
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = server.connect("shop");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        return query(server, "shop", sql);
    }

    private static String query(PostgresServer server, String database, String sql) throws SQLException {
        try (var connection = server.connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
