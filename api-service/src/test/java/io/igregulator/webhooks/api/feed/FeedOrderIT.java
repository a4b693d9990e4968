package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.id.EventId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** No event is skipped and none repeated, in whichever order writers commit. */
class FeedOrderIT {
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final String watched = "watched-" + UUID.randomUUID();
    // Other tests may have left events for everyone.
    private final String start = customer.client()
            .get("/v1/watchlist/events")
            .json()
            .path("next_cursor")
            .asString();
    private final Set<String> stored = Collections.synchronizedSet(new HashSet<>());

    FeedOrderIT() {
        api.operator()
                .send("PUT", "/operator/v1/accounts/" + customer.accountId() + "/watchlist/" + watched, "")
                .is(204);
    }

    @Test
    void whatBeganEarlierButIsCommittedLaterIsNotSkipped() throws SQLException {
        Poller poller = poller();
        try (Connection slow = open();
                Connection fast = open()) {
            EventId first = store(slow);
            EventId second = store(fast);
            fast.commit();

            assertThat(poller.drain(10)).isEmpty();
            slow.commit();

            assertThat(poller.drain(10)).containsExactly(first.toString(), second.toString());
        }
    }

    @Test
    void whatIsRolledBackHoldsNothingUp() throws SQLException {
        Poller poller = poller();
        try (Connection slow = open();
                Connection fast = open()) {
            store(slow);
            EventId second = store(fast);
            fast.commit();
            slow.rollback();

            assertThat(poller.drain(10)).containsExactly(second.toString());
        }
    }

    @Test
    void aPollerBetweenManyWritersGetsEveryEventOnce() throws Exception {
        Poller poller = poller();
        NaivePoller byId = new NaivePoller(api.database(), "operator:" + watched, "event_id");
        NaivePoller byTime = new NaivePoller(api.database(), "operator:" + watched, "stored_at");
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit(() -> {
                    write(random);
                    return null;
                }));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                poller.poll(7);
                byId.poll();
                byTime.poll();
            }
            rethrow(writers);
        }
        await().untilAsserted(() -> assertThat(poller.drain(7)).hasSizeGreaterThanOrEqualTo(stored.size()));
        byId.poll();
        byTime.poll();

        assertThat(poller.received()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
        assertThat(poller().drain(500)).isEqualTo(poller.received());
        // Or the writers did not overlap, and this test shows nothing.
        assertThat(byId.received()).hasSizeLessThan(stored.size());
        assertThat(byTime.received()).hasSizeLessThan(stored.size());
    }

    /** Some events per transaction, some of them late by their own time, and a pause of any length before the commit. */
    private void write(Random random) throws SQLException {
        try (Connection connection = open()) {
            for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
                List<String> ids = new ArrayList<>();
                for (int event = random.nextInt(1, 5); event > 0; event--) {
                    Instant time = Instant.now().minusMillis(random.nextInt(3000));
                    ids.add(FeedEvents.store(connection, "operator:" + watched, time)
                            .toString());
                    pause(random);
                }
                pause(random);
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    stored.addAll(ids);
                }
            }
        }
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(12)).toNanos());
    }

    private EventId store(Connection connection) throws SQLException {
        return FeedEvents.store(connection, "operator:" + watched);
    }

    private Poller poller() {
        return new Poller(customer.client(), "&cursor=" + start);
    }

    private Connection open() throws SQLException {
        Connection connection = api.connection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void rethrow(List<Future<?>> writers) throws ExecutionException, InterruptedException {
        for (Future<?> writer : writers) {
            writer.get();
        }
    }
}
