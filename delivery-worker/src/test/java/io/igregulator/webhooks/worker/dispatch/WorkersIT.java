package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers that come and go. */
class WorkersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final Receiver receiver = Receiver.start();
    private RunningWorker first;

    @BeforeEach
    void startFirst() {
        first = RunningWorker.start(database);
    }

    @AfterEach
    void stopAll() {
        first.close();
        receiver.close();
    }

    @Test
    void aPlannedStopFinishesWhatIsInFlightAndItsSuccessorRepeatsNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        receiver.answering(request -> {
            awaitQuietly(release);
            return Answer.of(200);
        });
        TestEndpoint endpoint = first.endpoints().create(receiver.url("/hook"));
        try (DeliveryRecords records = new DeliveryRecords(first.endpoints().jdbc())) {
            // Ten in flight, five queued behind them.
            for (int i = 0; i < 15; i++) {
                records.send(endpoint.id(), 1);
            }
            await().atMost(PATIENCE).until(() -> receiver.received().size() == 10);
            Thread stopping = Thread.ofPlatform().start(first::close);
            release.countDown();
            assertThat(stopping.join(Duration.ofSeconds(20))).isTrue();
        }
        first = RunningWorker.start(database);
        await().atMost(PATIENCE).until(() -> eventIds().size() == 15);
        awaitNoLag();
        assertThat(receiver.received()).hasSize(15);
    }

    @Test
    void aSecondWorkerTakesItsShareAndNothingIsLostWhenTheFirstLeaves() {
        List<TestEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            endpoints.add(first.endpoints().create(receiver.url("/hook")));
        }
        RunningWorker second = null;
        int sent = 0;
        try (DeliveryRecords records = new DeliveryRecords(first.endpoints().jdbc())) {
            sent += send(records, endpoints);
            second = RunningWorker.start(database);
            DispatchLoop newcomer = second.bean(DispatchLoop.class);
            while (newcomer.shards().isEmpty()) {
                sent += send(records, endpoints);
            }
            sent += send(records, endpoints);
            DispatchLoop survivor = newcomer;
            assertThat(first.bean(DispatchLoop.class).shards()).doesNotContainAnyElementsOf(survivor.shards());
        }
        first.close();
        first = second;
        int expected = sent;
        try (DeliveryRecords records = new DeliveryRecords(first.endpoints().jdbc())) {
            expected += send(records, endpoints);
        }
        int all = expected;
        await().atMost(PATIENCE).until(() -> eventIds().size() == all);
        awaitNoLag();
        assertThat(first.bean(DispatchLoop.class).shards()).hasSize(RunningWorker.SHARDS);
        assertThat(first.row("SELECT count(*) AS n FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code()))
                .containsEntry("n", (long) all);
    }

    @Test
    void whatHangsAtARebalanceHoldsUpNoPartitionThatStays() {
        first.close();
        first = RunningWorker.start(database, "webhooks.http.exchange-timeout=120s", "webhooks.waiting.lease=130s");
        CountDownLatch release = new CountDownLatch(1);
        receiver.answering(request -> {
            if (request.path().equals("/hanging")) {
                awaitQuietly(release);
            }
            return Answer.of(200);
        });
        List<TestEndpoint> hanging = inEveryShard("/hanging");
        List<TestEndpoint> prompt = inEveryShard("/prompt");
        try (DeliveryRecords records = new DeliveryRecords(first.endpoints().jdbc())) {
            send(records, hanging);
            await().atMost(PATIENCE).until(() -> receiver.received("/hanging").size() == hanging.size());
            try (RunningWorker second = RunningWorker.start(
                    database, "webhooks.http.exchange-timeout=120s", "webhooks.waiting.lease=130s")) {
                DispatchLoop newcomer = second.bean(DispatchLoop.class);
                await().atMost(PATIENCE).until(() -> !newcomer.shards().isEmpty());
                int sent = send(records, prompt);
                // In both workers, while the first one's requests still hang.
                await().atMost(PATIENCE)
                        .until(() -> receiver.received("/prompt").size() == sent);
                assertThat(release.getCount()).isEqualTo(1);
                release.countDown();
                awaitNoLag();
            }
        }
    }

    private List<TestEndpoint> inEveryShard(String path) {
        Map<Integer, TestEndpoint> byShard = new HashMap<>();
        while (byShard.size() < RunningWorker.SHARDS) {
            TestEndpoint endpoint = first.endpoints().create(receiver.url(path));
            byShard.putIfAbsent(EndpointShard.of(endpoint.id(), RunningWorker.SHARDS), endpoint);
        }
        return List.copyOf(byShard.values());
    }

    private static int send(DeliveryRecords records, List<TestEndpoint> endpoints) {
        endpoints.forEach(endpoint -> records.send(endpoint.id(), 1));
        return endpoints.size();
    }

    private Set<String> eventIds() {
        return receiver.received().stream().map(Received::eventId).collect(Collectors.toSet());
    }

    private static void awaitNoLag() {
        await().atMost(PATIENCE)
                .until(() ->
                        DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS) == 0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
