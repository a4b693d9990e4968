package io.igregulator.webhooks.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.ApiApplication;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process of its own, since what counts is how it ends. */
@Timeout(120)
class MigrateOnlyIT {
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    private record Ending(int status, String output) {}

    @Test
    void theProcessMigratesAsTheOwnerAndEndsWithoutAPort() throws Exception {
        Ending ending = migrate(database.as(Roles.OWNER).password());

        assertThat(ending.status()).as(ending.output()).isZero();
        assertThat(ending.output()).contains("Successfully applied").doesNotContainIgnoringCase("tomcat", "kafka");
        assertThat(ownerOfEndpoints()).isEqualTo(Roles.OWNER);
    }

    @Test
    void aSecondRunFindsNothingToDo() throws Exception {
        String password = database.as(Roles.OWNER).password();

        assertThat(migrate(password).status()).isZero();
        assertThat(migrate(password).status()).isZero();
    }

    @Test
    void aMigrationThatFailsEndsWithOne() throws Exception {
        execute("CREATE TABLE public.account (id integer)");

        assertThat(migrate(database.as(Roles.OWNER).password()).status()).isEqualTo(1);
    }

    /** With what a deployment gives its services for all else: they do not migrate themselves. */
    private Ending migrate(String password) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApiApplication.class.getName(),
                        "--spring.flyway.enabled=false")
                .redirectErrorStream(true);
        builder.environment().put("WEBHOOKS_MIGRATE_ONLY", "true");
        builder.environment().put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        builder.environment().put("SPRING_FLYWAY_USER", Roles.OWNER);
        builder.environment().put("SPRING_FLYWAY_PASSWORD", password);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ending(process.exitValue(), output);
    }

    private String ownerOfEndpoints() throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT tableowner FROM pg_tables WHERE tablename = 'endpoint'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
