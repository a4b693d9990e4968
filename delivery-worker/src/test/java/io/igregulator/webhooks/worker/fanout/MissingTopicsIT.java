package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.topic.Topics;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class MissingTopicsIT {
    private final FanoutFixture fixture = new FanoutFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void fanOutWaitsForItsTopicsAndSaysWhichAreMissing() {
        fixture.fanout.start();

        await().untilAsserted(() -> assertThat(fixture.health.health().getDetails())
                .extractingByKey("waitingFor")
                .asString()
                .contains(Topics.DELIVERIES, Topics.LICENSE_EVENTS));
        assertThat(fixture.health.health().getStatus()).isEqualTo(Status.DOWN);

        fixture.createTopics();
        RecordMetadata published = fixture.publish(Topics.COVERAGE_EVENTS, Events.coverage(Events.id()));
        await().until(() -> fixture.isDone(published));
        assertThat(fixture.health.health().getStatus()).isEqualTo(Status.UP);
    }
}
