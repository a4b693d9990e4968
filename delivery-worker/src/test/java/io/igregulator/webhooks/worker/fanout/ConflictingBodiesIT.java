package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictingBodiesIT {
    private static final FanoutFixture fixture = new FanoutFixture();

    private final EventId event = Events.id();
    private final byte[] first = Events.of(event, EventType.LICENSE_ISSUED, "acme");
    private final byte[] second = Events.of(event, EventType.LICENSE_EXPIRED, "someone-else");
    private double before;

    @BeforeAll
    static void start() {
        fixture.started();
        fixture.endpoint(fixture.account(), true, false, EventType.LICENSE_ISSUED, EventType.LICENSE_EXPIRED);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void countBefore() {
        before = counted();
    }

    @Test
    void aSecondBodyUnderAnIdIsCountedAndKeptAndTheFirstCounts() {
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(first));
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(second));

        assertOnlyTheSecondIsKeptAside();
    }

    @Test
    void soIsOneInTheSameBatch() {
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(first, second, first));

        assertOnlyTheSecondIsKeptAside();
    }

    @Test
    void soIsOneThatComesBeforeARepeatOfTheFirst() {
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(first));
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(second, first));

        assertOnlyTheSecondIsKeptAside();
    }

    @Test
    void theSameBodyAgainIsNotAConflict() {
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(first, first));
        fixture.fanOutTogether(Topics.LICENSE_EVENTS, List.of(first));

        assertThat(counted()).isEqualTo(before);
    }

    private void assertOnlyTheSecondIsKeptAside() {
        assertThat(counted() - before).isEqualTo(1);
        ConsumerRecord<byte[], byte[]> letter =
                fixture.read(Topics.DEAD_LETTERS).getLast();
        assertThat(letter.value()).isEqualTo(second);
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("conflicting_body");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.LICENSE_EVENTS);
        assertThat(header(letter, DeadLetterHeaders.DETAIL)).isNotBlank();
        assertThat(fixture.jdbc
                        .sql("SELECT body FROM event WHERE id = ?")
                        .param(event.bits())
                        .query(byte[].class)
                        .single())
                .isEqualTo(first);
        assertThat(fixture.read(Topics.DELIVERIES))
                .filteredOn(delivery -> new String(delivery.value(), StandardCharsets.UTF_8).contains(event.toString()))
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.value()).isEqualTo(first));
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static double counted() {
        return fixture.registry
                .counter("webhook.dead.letters", "topic", Topics.LICENSE_EVENTS, "reason", "conflicting_body")
                .count();
    }
}
