package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.ENDPOINT;
import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static io.igregulator.webhooks.worker.retention.RetentionFixture.TODAY;
import static io.igregulator.webhooks.worker.retention.RetentionFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionsIT {
    private final RetentionFixture fixture = new RetentionFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachDayFromYesterdayToAWeekAheadHasItsPartition(HistoryTable table) {
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

        assertThat(fixture.partitions(table))
                .extracting(Partition::range)
                .containsExactlyElementsOf(TODAY.minusDays(1)
                        .datesUntil(TODAY.plusDays(8))
                        .map(IdRange::of)
                        .toList());
        assertThat(fixture.meters
                        .get("webhook.retention.partitions")
                        .tag("table", table.table())
                        .gauge()
                        .value())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void theLastPartitionIsTheOneThatEndsLastHoweverTheyWereMade(HistoryTable table) {
        create(table, "b", TODAY.plusDays(15));
        create(table, "a", TODAY.plusDays(20));
        create(table, "c", TODAY.plusDays(10));

        fixture.retention.tick();

        assertThat(fixture.partitions(table))
                .extracting(Partition::range)
                .hasSize(12)
                .isSortedAccordingTo(Comparator.comparing(IdRange::to))
                .endsWith(
                        IdRange.of(TODAY.plusDays(10)), IdRange.of(TODAY.plusDays(15)), IdRange.of(TODAY.plusDays(20)));
        assertThat(fixture.meters
                        .get("webhook.retention.ahead.days")
                        .tag("table", table.table())
                        .gauge()
                        .value())
                .isEqualTo(20.5);
    }

    private void create(HistoryTable table, String suffix, LocalDate day) {
        IdRange range = IdRange.of(day);
        fixture.jdbc()
                .sql("CREATE TABLE %1$s_%2$s PARTITION OF %1$s FOR VALUES FROM ('%3$s') TO ('%4$s')"
                        .formatted(table.table(), suffix, range.lower(), range.upper()))
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void aNewPartitionHasTheIndexesOfItsTable(HistoryTable table) {
        fixture.retention.tick();

        assertThat(fixture.count("pg_indexes WHERE tablename = '" + table.table() + "_20261122'"))
                .isEqualTo(fixture.count("pg_indexes WHERE tablename = '" + table.table() + "'"))
                .isPositive();
    }

    @Test
    void aRoundWithNothingToDoChangesNothing() {
        fixture.retention.tick();
        var before = fixture.partitions(HistoryTable.DELIVERY);

        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

        assertThat(fixture.partitions(HistoryTable.DELIVERY)).isEqualTo(before);
    }

    @Test
    void rowsFindTheirDayToTheMillisecond() {
        fixture.retention.tick();
        Instant midnight = Instant.parse("2026-11-22T00:00:00Z");

        DeliveryId last = fixture.delivery(ENDPOINT, midnight.minusMillis(1));
        DeliveryId first = fixture.delivery(ENDPOINT, midnight);
        EventId event = fixture.event(midnight);

        assertThat(fixture.home("delivery", last.value())).isEqualTo("delivery_20261121");
        assertThat(fixture.home("attempt", last.value())).isEqualTo("attempt_20261121");
        assertThat(fixture.home("delivery", first.value())).isEqualTo("delivery_20261122");
        assertThat(fixture.home("event", event.bits())).isEqualTo("event_20261122");
    }

    @Test
    void repeatsCollapseInAPartitionToo() {
        fixture.retention.tick();
        EventId event = EventId.create(START, new Random());
        DeliveryId id = DeliveryId.of(event, ENDPOINT);

        fixture.recordOutcome(ENDPOINT, event, id, 1);
        fixture.recordOutcome(ENDPOINT, event, id, 1);
        fixture.recordOutcome(ENDPOINT, event, id, 2);

        assertThat(fixture.count("delivery WHERE attempt_count = 2")).isEqualTo(1);
        assertThat(fixture.count("attempt")).isEqualTo(2);
    }

    @Test
    void whatIsOldIsDroppedAndWhatIsYoungStays() {
        fixture.retention.tick();
        fixture.event(START);
        DeliveryId old = fixture.delivery(ENDPOINT, START);
        DeliveryId young = fixture.delivery(ENDPOINT, noon(TODAY.plusDays(1)));

        fixture.now = Instant.parse("2026-12-21T23:59:59.999Z");
        fixture.retention.tick();
        assertThat(fixture.home("delivery", old.value())).isEqualTo("delivery_20261121");

        fixture.now = Instant.parse("2026-12-22T00:00:00Z");
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

        assertThat(fixture.count("delivery WHERE id = ?", old.value())).isZero();
        assertThat(fixture.count("attempt WHERE delivery_id = ?", old.value())).isZero();
        assertThat(fixture.count("event")).isZero();
        assertThat(fixture.home("delivery", young.value())).isEqualTo("delivery_20261122");
        assertThat(fixture.home("attempt", young.value())).isEqualTo("attempt_20261122");
        assertThat(fixture.partitions(HistoryTable.DELIVERY).getFirst().name()).isEqualTo("delivery_20261122");
        // Dropped rather than let go: no table of that day is left.
        assertThat(fixture.count("pg_class WHERE relname LIKE '%20261121%'")).isZero();
    }

    @Test
    void aBodyStaysWhileADeliveryWaitsForItButNotForever() {
        fixture.retention.tick();
        EventId event = fixture.event(START);
        fixture.event(noon(TODAY.minusDays(1)));
        waitFor(event);

        fixture.now = noon(TODAY.plusDays(32));
        fixture.retention.tick();
        assertThat(fixture.count("event")).isEqualTo(1);
        assertThat(fixture.home("event", event.bits())).isEqualTo("event_20261121");

        fixture.now = noon(TODAY.plusDays(38));
        fixture.retention.tick();
        assertThat(fixture.count("event")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-19T23:59:59.999Z",
                "2026-11-29T00:00:00Z",
                "5000-01-01T00:00:00Z",
                "+10889-08-02T05:31:50.655Z"
            })
    void anAbsurdTimeHasAHomeAndLeavesItInTime(Instant absurd) {
        DeliveryId before = fixture.delivery(ENDPOINT, absurd);
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);
        DeliveryId after = fixture.delivery(ENDPOINT, absurd);
        EventId event = fixture.event(absurd);

        assertThat(fixture.home("delivery", before.value())).isEqualTo("delivery_default");
        assertThat(fixture.home("delivery", after.value())).isEqualTo("delivery_default");
        assertThat(fixture.home("attempt", after.value())).isEqualTo("attempt_default");
        assertThat(fixture.home("event", event.bits())).isEqualTo("event_default");

        fixture.now = START.plus(Duration.ofDays(30));
        fixture.retention.tick();
        assertThat(fixture.count("delivery")).isEqualTo(2);

        fixture.now = START.plus(Duration.ofDays(30)).plusMillis(1);
        fixture.retention.tick();
        fixture.now = START.plus(Duration.ofDays(45));
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);
        assertThat(fixture.count("delivery")).isZero();
        assertThat(fixture.count("attempt")).isZero();
        assertThat(fixture.count("event")).isZero();
    }

    @Test
    void theDefaultPartitionIsSweptInBatchesHoweverMuchIsOld() {
        for (int i = 0; i < 250; i++) {
            fixture.event(Instant.EPOCH);
        }
        fixture.now = START.plus(Duration.ofDays(31));
        fixture.event(Instant.EPOCH);

        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

        assertThat(fixture.count("event")).isEqualTo(1);
    }

    @Test
    void rowsThatCameBeforeTheirPartitionMoveIntoIt() {
        DeliveryId today = fixture.delivery(ENDPOINT, START);
        DeliveryId later = fixture.delivery(ENDPOINT, noon(TODAY.plusDays(30)));

        fixture.retention.tick();
        assertThat(fixture.home("delivery", today.value())).isEqualTo("delivery_20261121");
        assertThat(fixture.home("attempt", today.value())).isEqualTo("attempt_20261121");
        assertThat(fixture.home("delivery", later.value())).isEqualTo("delivery_default");

        LocalDate inAWhile = TODAY.plusDays(25);
        fixture.now = noon(inAWhile);
        fixture.retention.tick();
        assertThat(fixture.home("delivery", later.value())).isEqualTo("delivery_20261221");
        assertThat(fixture.home("attempt", later.value())).isEqualTo("attempt_20261221");
    }

    @Test
    void aPartitionThatAnotherSessionMadeIsLeftAlone() {
        IdRange week = new IdRange(START.minus(Duration.ofDays(3)), noon(TODAY.plusDays(3)));
        fixture.jdbc()
                .sql("CREATE TABLE \"A week\" PARTITION OF delivery FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(week.lower(), week.upper()))
                .update();

        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

        assertThat(fixture.partitions(HistoryTable.DELIVERY))
                .extracting(Partition::name)
                .containsExactly(
                        "\"A week\"",
                        "delivery_20261125",
                        "delivery_20261126",
                        "delivery_20261127",
                        "delivery_20261128");
    }

    private void waitFor(EventId event) {
        UUID account = UUID.randomUUID();
        fixture.jdbc()
                .sql("INSERT INTO account (id, name, plan) VALUES (?, 't', 'pro')")
                .param(account)
                .update();
        fixture.jdbc()
                .sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://example.org', '{x}')")
                .params(ENDPOINT.value(), account)
                .update();
        fixture.jdbc()
                .sql("""
                        INSERT INTO waiting_delivery
                            (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                        VALUES (?, ?, ?, 1, 1, now(), now())
                        """)
                .params(DeliveryId.of(event, ENDPOINT).value(), ENDPOINT.value(), event.bits())
                .update();
    }
}
