package io.igregulator.webhooks.worker.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No API runs here, so what is in the outbox stays there, as it does while Kafka is away. */
class UnpublishedChangesIT {

    @Test
    void aChangeThatWaitsInTheOutboxIsNoticed() {
        try (var worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(), "webhooks.endpoint-cache.outbox-interval=50ms")) {
            var endpoints = worker.endpoints();
            var endpoint = endpoints.create("http://127.0.0.1:1/hook").id();
            var snapshots = worker.bean(EndpointSnapshots.class);
            assertThat(snapshots.atLeast(endpoint, 1).orElseThrow().active()).isTrue();

            endpoints.setActive(endpoint, false);
            var change = new EndpointChange(endpoint, EndpointChange.Kind.UPDATED, endpoints.version(endpoint));
            new OutboxWriter(endpoints.jdbc())
                    .write(new OutboxMessage(Topics.ENDPOINT_CHANGES, endpoint.toString(), change.toJson()));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    snapshots.atLeast(endpoint, 1).orElseThrow().active())
                            .isFalse());
        }
    }
}
