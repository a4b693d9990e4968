package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.CoverageEvents;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.lane.Lanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that hold the deliveries of one event to many endpoints. */
class ChunksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final Receiver receiver = Receiver.start();
    private final CountDownLatch release = new CountDownLatch(1);
    private RunningWorker worker;

    @BeforeEach
    void start() {
        worker = startWorker();
    }

    private RunningWorker startWorker() {
        return RunningWorker.start(
                database,
                "webhooks.dispatch.stop-wait=1s",
                "webhooks.http.exchange-timeout=60s",
                "webhooks.waiting.lease=70s",
                "webhooks.lanes.max-load=100",
                "webhooks.lanes.park-after=10m",
                "webhooks.metrics.lag-interval=100ms");
    }

    @AfterEach
    void stop() {
        release.countDown();
        worker.close();
        receiver.close();
    }

    @Test
    void anEventForManyEndpointsArrivesOnceAtEach() throws Exception {
        for (int i = 0; i < 500; i++) {
            worker.endpoints().create(receiver.url("/" + i));
        }
        long before = end();

        EventId event = CoverageEvents.publish();

        await().atMost(PATIENCE).until(() -> recorded() == 500);
        awaitNoLag();
        assertThat(receiver.received())
                .extracting(Received::path)
                .doesNotHaveDuplicates()
                .hasSize(500);
        assertThat(receiver.received()).allSatisfy(request -> {
            assertThat(request.eventId()).isEqualTo(event.toString());
            assertThat(request.body()).isEqualTo(CoverageEvents.body(event));
        });
        // One for each partition, most likely; one for each endpoint would be 500.
        assertThat(end() - before).isBetween(5L, 16L);
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_deliveries_behind") == 0);
    }

    @Test
    void afterAWorkersEndOnlyWhatWasNotRecordedIsSentAgain() {
        receiver.answering(request -> {
            if (request.path().equals("/hanging")) {
                awaitQuietly(release);
            }
            return Answer.of(200);
        });
        List<EndpointId> prompt = ofOneShard(30, "/prompt");
        List<EndpointId> hanging = ofOneShard(10, "/hanging");
        try (DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc())) {
            records.sendChunk(IntStream.range(0, 40)
                    .mapToObj(i -> i % 4 == 3 ? hanging.get(i / 4) : prompt.get(i - (i + 1) / 4))
                    .toList());
            await().atMost(PATIENCE).until(() -> recorded() == 30);
            await().atMost(PATIENCE).until(() -> receiver.received("/hanging").size() == 10);
            assertThat(lag()).isEqualTo(1);
        }

        worker.close();
        release.countDown();
        worker = startWorker();

        await().atMost(PATIENCE).until(() -> recorded() == 40);
        awaitNoLag();
        assertThat(receiver.received("/prompt")).hasSize(30);
        assertThat(receiver.received("/hanging")).hasSize(20);
    }

    @Test
    void aWorkerTakesNoMoreDeliveriesThanItHasRoomFor() {
        receiver.answering(request -> {
            awaitQuietly(release);
            return Answer.of(200);
        });
        List<EndpointId> endpoints = ofOneShard(50, "/hook");
        Lanes lanes = worker.bean(Lanes.class);
        List<Integer> loads = new ArrayList<>();
        try (DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc())) {
            for (int i = 0; i < 20; i++) {
                records.sendChunk(endpoints);
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
                loads.add(lanes.load());
                return lanes.load() >= 100
                        && worker.metric("webhook_deliveries_behind") == 1_000
                        && worker.metric("webhook_partitions", "webhook-dispatch", "paused") == RunningWorker.SHARDS
                        && worker.metric("webhook_capacity_used_ratio", "load") >= 1;
            });
        }
        release.countDown();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            loads.add(lanes.load());
            return recorded() == 1_000;
        });

        awaitNoLag();
        assertThat(loads).allMatch(load -> load < 200);
        assertThat(receiver.received()).hasSize(1_000);
    }

    @Test
    void aBrokenRecordIsPutAsideAsAWhole() {
        EndpointId endpoint = ofOneShard(1, "/hook").getFirst();
        double before = worker.metric("webhook_dead_letters_total", "undecodable_delivery");
        try (DeliveryRecords records = new DeliveryRecords(worker.endpoints().jdbc())) {
            records.sendBrokenChunk(endpoint);
            records.send(endpoint, 1);
        }

        await().atMost(PATIENCE).until(() -> recorded() == 1);
        await().atMost(PATIENCE)
                .until(() -> worker.metric("webhook_dead_letters_total", "undecodable_delivery") == before + 1);
        awaitNoLag();
    }

    private List<EndpointId> ofOneShard(int count, String path) {
        List<EndpointId> endpoints = new ArrayList<>();
        while (endpoints.size() < count) {
            EndpointId endpoint = worker.endpoints().create(receiver.url(path)).id();
            if (EndpointShard.of(endpoint, RunningWorker.SHARDS) == 0) {
                endpoints.add(endpoint);
            }
        }
        return endpoints;
    }

    private long recorded() {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code())
                .query(Long.class)
                .single();
    }

    private static long end() {
        return DeliveryRecords.lag("unused", Topics.DELIVERIES, RunningWorker.SHARDS);
    }

    private static long lag() {
        return DeliveryRecords.lag(ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS);
    }

    private static void awaitNoLag() {
        await().atMost(PATIENCE).until(() -> lag() == 0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
