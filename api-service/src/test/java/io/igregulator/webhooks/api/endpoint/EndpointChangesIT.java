package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every change leaves for the workers. Kafka cannot be reached here, so nothing takes it away. */
class EndpointChangesIT {
    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();
    private final String id = client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").json().path("id").asString();
    private final String path = "/v1/webhooks/" + id;

    @Test
    void eachChangeLeavesOneMessageWithTheNextVersion() {
        client.patch(path, "{\"active\": false}").is(200);
        client.post(path + "/rotate_secret", "").is(200);
        client.patch(path, "{\"active\": true}").is(200);
        client.delete(path).is(204);

        assertThat(changes())
                .extracting(EndpointChange::kind)
                .containsExactly(Kind.CREATED, Kind.UPDATED, Kind.SECRET_ROTATED, Kind.UPDATED, Kind.DELETED);
        assertThat(changes()).extracting(EndpointChange::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(changes()).extracting(change -> change.endpoint().toString()).containsOnly(id);
    }

    @Test
    void aChangeThatChangesNothingAndOneThatIsRefusedLeaveNone() {
        client.patch(path, "{}").is(200);
        client.patch(path, "{\"active\": true, \"url\": \"https://93.184.216.34/hook\"}")
                .is(200);
        client.patch(path, "{\"active\": null}").is(400);
        client.get(path).is(200);

        assertThat(changes()).hasSize(1);
    }

    @Test
    void concurrentChangesLeaveTheirMessagesInTheOrderOfTheirVersions() {
        InParallel.call(
                16,
                i -> i % 2 == 0
                        ? client.patch(path, "{\"description\": \"" + i + "\"}").is(200)
                        : client.post(path + "/rotate_secret", "").is(200));

        assertThat(changes())
                .extracting(EndpointChange::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 17).boxed().toList());
        assertThat(storedVersion()).isEqualTo(17);
    }

    @Test
    void reactivationMakesTheParkedQueueDueAndNothingElseDoes() {
        park();
        client.patch(path, "{\"description\": \"still parked\"}").is(200);
        assertThat(parked()).isTrue();

        client.patch(path, "{\"active\": false}").is(200);
        assertThat(parked()).isTrue();

        client.patch(path, "{\"active\": true}").is(200);
        assertThat(parked()).isFalse();
    }

    private void park() {
        api.database()
                .sql("INSERT INTO endpoint_queue VALUES (?::uuid, 0, 'infinity')")
                .param(id)
                .update();
    }

    private boolean parked() {
        return api.database()
                .sql("SELECT next_due_at > now() FROM endpoint_queue WHERE endpoint_id = ?::uuid")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private long storedVersion() {
        return api.database()
                .sql("SELECT version FROM endpoint WHERE id = ?::uuid")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<EndpointChange> changes() {
        return api
                .database()
                .sql("SELECT value FROM outbox WHERE topic = 'webhook.endpoints' AND message_key = ? ORDER BY id")
                .param(id)
                .query(byte[].class)
                .list()
                .stream()
                .map(EndpointChange::fromJson)
                .toList();
    }
}
