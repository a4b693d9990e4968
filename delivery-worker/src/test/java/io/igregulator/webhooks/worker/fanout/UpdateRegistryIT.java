package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UpdateRegistryIT {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String STATUS = "\"jurisdiction_code\": \"MT-MGA\", \"new_status\": ";

    private static JdbcClient jdbc;

    @BeforeAll
    static void migrate() {
        var database = Infrastructure.shared().freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
    }

    @BeforeEach
    void forget() {
        jdbc.sql("TRUNCATE operator").update();
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE_ISSUED, pending, active",
        "LICENSE_EXPIRED, active, expired",
        "LICENSE_STATUS_CHANGED, suspended, suspended",
        "LICENSE_STATUS_CHANGED, unheard_of, ",
        "LICENSE_EXPIRING_30D, revoked, ",
        "REGULATORY_ACTION_ADDED, revoked, "
    })
    void aNewOperatorIsKnownFromItsFirstEvent(EventType type, String inTheBody, @Nullable String status) {
        update(event(type, "12:00:00", "\"operator_id\": \"op-1\", " + STATUS + "\"" + inTheBody + "\""));

        assertThat(acme()).containsEntry("id", "op-1").containsEntry("jurisdiction_code", "MT-MGA");
        assertThat(acme()).containsEntry("license_status", status);
        assertThat(acme()).containsEntry("display_name", null);
    }

    @Test
    void theLatestEventCountsInWhicheverOrderTheyCome() {
        update(event(EventType.LICENSE_STATUS_CHANGED, "11:00:00", STATUS + "\"active\""));
        update(
                event(EventType.LICENSE_STATUS_CHANGED, "11:30:00", STATUS + "\"revoked\""),
                event(EventType.LICENSE_STATUS_CHANGED, "11:20:00", STATUS + "\"pending\""),
                event(EventType.LICENSE_EXPIRING_30D, "11:40:00", "\"operator_id\": \"op-1\""));
        update(event(EventType.LICENSE_STATUS_CHANGED, "11:10:00", STATUS + "\"suspended\""));

        assertThat(acme()).containsEntry("license_status", "revoked").containsEntry("id", "op-1");
    }

    @Test
    void theSameStatusAgainIsNotForgotten() {
        update(event(EventType.LICENSE_ISSUED, "11:00:00", ""));
        update(event(EventType.LICENSE_ISSUED, "11:30:00", ""));
        update(event(EventType.LICENSE_STATUS_CHANGED, "11:10:00", STATUS + "\"suspended\""));

        assertThat(acme()).containsEntry("license_status", "active");
    }

    @Test
    void whatIsKnownAlreadyIsNotWrittenAgain() {
        PublishedEvent event = event(EventType.LICENSE_ISSUED, "11:00:00", "\"operator_id\": \"op-1\"");
        update(event);
        @Nullable Object version = acme().get("xmin");

        update(event);
        update(event(EventType.LICENSE_EXPIRING_90D, "11:30:00", "\"operator_id\": \"op-1\""));

        assertThat(acme()).containsEntry("xmin", version);
    }

    @Test
    void aNameThatWasImportedStays() {
        jdbc.sql("INSERT INTO operator (slug, id, display_name) VALUES ('acme', 'imported', 'Acme Ltd')")
                .update();

        update(event(EventType.LICENSE_ISSUED, "11:00:00", "\"operator_id\": \"other\""));

        assertThat(acme())
                .containsEntry("id", "imported")
                .containsEntry("display_name", "Acme Ltd")
                .containsEntry("license_status", "active");
    }

    @Test
    void aTimeInTheFutureDoesNotShutOutWhatComesLater() {
        update(event(EventType.LICENSE_ISSUED, "9999-12-31T23:59:59Z", ""));

        update(published(EventType.LICENSE_EXPIRED, "acme", "2026-11-21T12:30:00Z", "", NOW.plusSeconds(3600)));

        assertThat(acme()).containsEntry("license_status", "expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"operator_id\": 7, \"jurisdiction_code\": {}, \"new_status\": []",
                "\"operator_id\": \"\\u0000\", \"jurisdiction_code\": \"\\ud800\", \"new_status\": null",
                "\"operator_id\": \"\", \"jurisdiction_code\": \"a code that is far too long for one\""
            })
    void whatCannotBeKeptIsLeftOut(String data) {
        update(event(EventType.LICENSE_STATUS_CHANGED, "11:00:00", data));

        assertThat(acme())
                .containsEntry("id", null)
                .containsEntry("jurisdiction_code", null)
                .containsEntry("license_status", null);
    }

    @Test
    void aRegistryThatCannotBeWrittenHoldsNothingUp() {
        jdbc.sql("ALTER TABLE operator RENAME TO operator_away").update();
        try {
            update(event(EventType.LICENSE_ISSUED, "11:00:00", ""));
        } finally {
            jdbc.sql("ALTER TABLE operator_away RENAME TO operator").update();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM operator").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatIsNotASlugIsNotKept() {
        update(published(EventType.LICENSE_ISSUED, "Acme Bets", "2026-11-21T11:00:00Z", "", NOW));

        assertThat(jdbc.sql("SELECT count(*) FROM operator").query(Long.class).single())
                .isZero();
    }

    private static void update(PublishedEvent... events) {
        new UpdateRegistry(jdbc).update(Arrays.asList(events));
    }

    private static Map<String, @Nullable Object> acme() {
        return jdbc.sql("SELECT xmin::text AS xmin, * FROM operator WHERE slug = 'acme'")
                .query()
                .singleRow();
    }

    private static PublishedEvent event(EventType type, String time, String data) {
        String timestamp = time.contains("T") ? time : "2026-11-21T" + time + "Z";
        return published(type, "acme", timestamp, data, NOW);
    }

    private static PublishedEvent published(
            EventType type, String operator, String timestamp, String data, Instant publishedAt) {
        String more = data.isEmpty() ? "" : ", " + data;
        EventId id = Events.id();
        byte[] body =
                """
                {"event": "%s", "event_id": "%s", "api_version": "2026-04-20", "timestamp": "%s", "livemode": true,
                 "data": {"operator_slug": "%s"%s}}""".formatted(type.wireName(), id, timestamp, operator, more).getBytes(StandardCharsets.UTF_8);
        // Made by hand: an older release accepted what the schemas refuse by now.
        var envelope = new EventEnvelope(id, type, Instant.parse(timestamp), true, operator, null, operator);
        return PublishedEvent.of(envelope, body, publishedAt.toEpochMilli());
    }
}
