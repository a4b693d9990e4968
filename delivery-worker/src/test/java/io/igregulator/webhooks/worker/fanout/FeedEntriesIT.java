package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedEntriesIT {
    private static final FanoutFixture fixture = new FanoutFixture();

    @BeforeAll
    static void start() {
        fixture.started();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void everyEventIsEnteredOnceForThoseWhoMayReadIt() {
        AccountId owner = fixture.account();
        EndpointId degraded = fixture.endpoint(owner, true, true, EventType.LICENSE_ISSUED);
        EventId license = Events.id();
        EventId coverage = Events.id();
        EventId degradation = Events.id();
        EventId ofDeletedEndpoint = Events.id();

        fanOut(Topics.LICENSE_EVENTS, Events.of(license, EventType.LICENSE_ISSUED, "acme"));
        fanOut(Topics.LICENSE_EVENTS, Events.of(license, EventType.LICENSE_ISSUED, "someone-else"));
        fanOut(Topics.COVERAGE_EVENTS, Events.coverage(coverage));
        fanOut(Topics.WEBHOOK_EVENTS, Events.degraded(degradation, degraded));
        fanOut(
                Topics.WEBHOOK_EVENTS,
                Events.degraded(ofDeletedEndpoint, EndpointId.parse("00000000-0000-4000-8000-000000000001")));

        assertThat(audiences(license)).containsExactly("operator:acme");
        assertThat(audiences(coverage)).containsExactly("everyone");
        assertThat(audiences(degradation)).containsExactly("account:" + owner);
        assertThat(audiences(ofDeletedEndpoint)).isEmpty();
    }

    @Test
    void aChangedWatchlistCountsFromTheNextEvent() {
        AccountId owner = fixture.account();
        fixture.endpoint(owner, true, true, EventType.LICENSE_EXPIRED);
        EventId before = Events.id();
        EventId during = Events.id();
        EventId after = Events.id();

        fanOut(Topics.LICENSE_EVENTS, Events.of(before, EventType.LICENSE_EXPIRED, "newcomer"));
        fixture.jdbc
                .sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, 'newcomer')")
                .param(owner.value())
                .update();
        fanOut(Topics.LICENSE_EVENTS, Events.of(during, EventType.LICENSE_EXPIRED, "newcomer"));
        // As the API does on removal.
        fixture.jdbc
                .sql("DELETE FROM watchlist_entry WHERE account_id = ?")
                .param(owner.value())
                .update();
        fanOut(Topics.LICENSE_EVENTS, Events.of(after, EventType.LICENSE_EXPIRED, "newcomer"));

        assertThat(delivered()).contains(during.toString()).doesNotContain(before.toString(), after.toString());
    }

    @Test
    void theSpanOfAWatchBeginsBetweenTheEventsBeforeAndAfterIt() {
        AccountId owner = fixture.account();
        EventId before = Events.id();
        EventId after = Events.id();

        fanOut(Topics.LICENSE_EVENTS, Events.of(before, EventType.LICENSE_EXPIRED, "spanned"));
        fixture.jdbc
                .sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, 'spanned')")
                .param(owner.value())
                .update();
        fanOut(Topics.LICENSE_EVENTS, Events.of(after, EventType.LICENSE_EXPIRED, "spanned"));

        assertThat(fixture.jdbc
                        .sql("""
                                SELECT event_id FROM feed_entry JOIN watchlist_entry ON operator_slug = 'spanned'
                                WHERE audience = 'operator:spanned' AND stored_tx >= from_tx
                                """)
                        .query((row, number) -> new EventId(row.getObject(1, UUID.class)))
                        .list())
                .containsExactly(after);
    }

    private static void fanOut(String topic, byte[] body) {
        RecordMetadata published = fixture.publish(topic, body);
        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.isDone(published));
    }

    private static List<@Nullable String> audiences(EventId event) {
        return fixture.jdbc
                .sql("SELECT audience FROM feed_entry WHERE event_id = ?")
                .param(event.bits())
                .query(String.class)
                .list();
    }

    private static List<String> delivered() {
        return fixture.read(Topics.DELIVERIES).stream()
                .map(delivery -> EventHeader.read(delivery.headers()
                                .lastHeader(DeliveryHeaders.EVENT)
                                .value())
                        .event()
                        .toString())
                .toList();
    }
}
