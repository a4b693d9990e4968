package io.igregulator.webhooks.api.outbox;

import static io.igregulator.webhooks.api.outbox.RelayFixture.polledEvery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.outbox.RelayProgress.Role;
import io.igregulator.webhooks.embedded.KafkaBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class OutboxRelayIT {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration RARELY = Duration.ofSeconds(25);

    private final RelayFixture fixture = new RelayFixture();

    @AfterEach
    void stopRelays() {
        fixture.close();
    }

    @Test
    void publishesWhatCommittedWhileNoRelayRanInOrder() {
        List<String> values = IntStream.range(0, 250).mapToObj(i -> "v" + i).toList();
        fixture.inTransaction(() -> values.forEach(value -> fixture.write("one-key", value)));

        fixture.relay(polledEvery(OFTEN)).start();

        await().untilAsserted(() -> assertThat(fixture.waiting()).isZero());
        assertThat(fixture.publishedValues()).containsExactlyElementsOf(values);
        assertThat(fixture.registry
                        .counter("webhook.outbox.published", "topic", fixture.topic)
                        .count())
                .isEqualTo(250);
    }

    @Test
    void aNotificationWakesItLongBeforeTheSafetyPoll() {
        var relay = fixture.relay(polledEvery(RARELY)).start();
        await().until(() -> relay.progress().role() == Role.LEADER);

        fixture.inTransaction(() -> {
            fixture.write("key", "now");
            fixture.outbox.notifyRelay();
        });

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(fixture.publishedValues()).containsExactly("now"));
    }

    @Test
    void theSafetyPollFindsWhatWasNotNotified() {
        var relay = fixture.relay(polledEvery(OFTEN)).start();
        await().until(() -> relay.progress().role() == Role.LEADER);

        fixture.inTransaction(() -> fixture.write("key", "quiet"));

        await().untilAsserted(() -> assertThat(fixture.publishedValues()).containsExactly("quiet"));
    }

    @Test
    void publishesAgainWhatItCouldNotDeleteAfterSending() throws InterruptedException {
        fixture.inTransaction(() -> fixture.write("key", "sent"));
        var deleteMayGoOn = new CountDownLatch(1);
        var rowIsLocked = new CountDownLatch(1);
        Thread holder = Thread.ofVirtual()
                .start(() -> fixture.inTransaction(() -> {
                    fixture.jdbc
                            .sql("SELECT id FROM outbox FOR UPDATE")
                            .query(Long.class)
                            .list();
                    rowIsLocked.countDown();
                    awaitUninterruptibly(deleteMayGoOn);
                }));
        rowIsLocked.await();

        fixture.relay(polledEvery(OFTEN)).start();
        await().untilAsserted(() -> assertThat(fixture.publishedValues()).containsExactly("sent"));
        assertThat(fixture.terminateRelaySessions()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(fixture.publishedValues()).containsExactly("sent", "sent"));
        assertThat(fixture.waiting()).isEqualTo(1);

        deleteMayGoOn.countDown();
        holder.join();
        await().untilAsserted(() -> assertThat(fixture.waiting()).isZero());
    }

    @Test
    void recoversWhenItsSessionIsTerminated() {
        var relay = fixture.relay(polledEvery(RARELY)).start();
        await().until(() -> relay.progress().role() == Role.LEADER);
        assertThat(fixture.terminateRelaySessions()).isEqualTo(1);

        fixture.inTransaction(() -> fixture.write("key", "after"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fixture.publishedValues()).containsExactly("after"));
        await().until(() -> relay.progress().role() == Role.LEADER);
    }

    @Test
    void ofTwoRelaysOnePublishesAndTheOtherTakesOver() {
        var first = fixture.relay(polledEvery(OFTEN)).start();
        await().until(() -> first.progress().role() == Role.LEADER);
        var second = fixture.relay(polledEvery(OFTEN)).start();
        await().until(() -> second.progress().role() == Role.STANDBY);

        List<String> values = IntStream.range(0, 300).mapToObj(i -> "v" + i).toList();
        values.forEach(value -> fixture.inTransaction(() -> fixture.write("one-key", value)));
        await().untilAsserted(() -> assertThat(fixture.waiting()).isZero());
        assertThat(fixture.publishedValues()).containsExactlyElementsOf(values);
        assertThat(second.progress().role()).isEqualTo(Role.STANDBY);
        assertThat(second.health().health().getStatus()).isEqualTo(Status.UP);

        first.lifecycle().stop();
        fixture.inTransaction(() -> fixture.write("one-key", "last"));
        await().until(() -> second.progress().role() == Role.LEADER);
        await().untilAsserted(
                        () -> assertThat(fixture.publishedValues()).hasSize(301).endsWith("last"));
    }

    @Test
    void startsWithoutKafkaAndPublishesOnceThereIsOne() throws IOException {
        int[] ports = freePorts();
        var relay = fixture.relay(polledEvery(OFTEN), "127.0.0.1:" + ports[0]).start();
        fixture.inTransaction(() -> fixture.write("key", "patient"));
        await().until(() -> relay.progress().failure() instanceof PublishFailedException);
        assertThat(fixture.waiting()).isEqualTo(1);
        assertThat(relay.lifecycle().isRunning()).isTrue();

        try (var broker = KafkaBroker.start(KafkaBroker.Options.temporary().withPorts(ports[0], ports[1]))) {
            broker.createTopics(new NewTopic(fixture.topic, RelayFixture.PARTITIONS, (short) 1));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(fixture.waiting()).isZero());
            assertThat(fixture.published(broker.bootstrapServers()))
                    .extracting(record -> record.value())
                    .contains("patient");
        }
    }

    @Test
    void stopsWithinASecondWhateverItWaitsFor() {
        var relay = fixture.relay(polledEvery(RARELY)).start();
        await().until(() -> relay.progress().role() == Role.LEADER);

        long before = System.nanoTime();
        relay.lifecycle().stop();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(relay.health().health().getStatus()).isEqualTo(Status.DOWN);
    }

    private static int[] freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
