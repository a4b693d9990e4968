package io.igregulator.webhooks.worker.degraded;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    @Test
    void isAsTheSchemaOfItsTypeHasIt() {
        Instant now = Instant.parse("2026-11-21T12:00:00.123456Z");
        EndpointId endpoint = Deliveries.endpoint();
        var share = new FailureShare(10, 30, now.minusSeconds(60));
        var episode = new Episode.Began(endpoint, 3, share, "http_500", EventId.create(now, new Random(1)), now);

        byte[] body = Announcement.of(episode, "https://hooks.example/?a=b", Duration.ofHours(1));

        assertThat(new EnvelopeReader().read(body)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.envelope().degradedEndpoint()).isEqualTo(endpoint);
            assertThat(valid.envelope().key()).isEqualTo(endpoint.toString());
        });
    }
}
