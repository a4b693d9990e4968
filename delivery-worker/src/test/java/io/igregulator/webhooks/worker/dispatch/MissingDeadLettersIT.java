package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class MissingDeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aRecordThatCannotBeKeptYetHoldsNothingElseUp() {
        try (KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
                Receiver receiver = Receiver.start()) {
            Topics.ALL.stream()
                    .filter(topic -> !topic.equals(Topics.DEAD_LETTERS))
                    .forEach(topic -> broker.createTopics(topic(topic)));
            try (RunningWorker worker = RunningWorker.start(
                            Infrastructure.shared().freshDatabase(),
                            "spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
                    DeliveryRecords records =
                            new DeliveryRecords(worker.endpoints().jdbc(), broker.bootstrapServers())) {
                TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
                records.send(endpoint.id(), 1);
                await().atMost(PATIENCE).until(() -> receiver.received().size() == 1);

                records.sendGarbage(endpoint.id());
                records.send(endpoint.id(), 1);

                await().atMost(Duration.ofSeconds(20))
                        .until(() -> receiver.received().size() == 2);
                assertThat(lag(broker))
                        .as("the garbage is neither done nor skipped")
                        .isPositive();

                broker.createTopics(topic(Topics.DEAD_LETTERS));
                await().atMost(PATIENCE).until(() -> lag(broker) == 0);
                assertThat(worker.metric("webhook_dead_letters_total", "undecodable_delivery"))
                        .isEqualTo(1);
            }
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, name.equals(Topics.DELIVERIES) ? RunningWorker.SHARDS : 1, (short) 1);
    }

    private static long lag(KafkaBroker broker) {
        return DeliveryRecords.lag(
                broker.bootstrapServers(), ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS);
    }
}
