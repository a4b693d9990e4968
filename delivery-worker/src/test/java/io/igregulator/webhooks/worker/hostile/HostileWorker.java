package io.igregulator.webhooks.worker.hostile;

import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The whole worker with a short deadline, and the way to it and from it: records in, rows out. */
final class HostileWorker implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(2);
    static final HostLookup LOOPBACK = host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningWorker worker;
    private final DeliveryRecords records;

    private HostileWorker(RunningWorker worker) {
        this.worker = worker;
        this.records = new DeliveryRecords(worker.endpoints().jdbc());
    }

    /** A failed attempt is followed by none within the test, unless the settings say otherwise. */
    static HostileWorker start(HostLookup lookup, String... settings) {
        Stream<String> own =
                Stream.of("webhooks.http.exchange-timeout=" + DEADLINE.toMillis() + "ms", "webhooks.retry.delays=1h");
        return new HostileWorker(RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                lookup,
                Stream.concat(own, Stream.of(settings)).toArray(String[]::new)));
    }

    TestEndpoint endpoint(String url) {
        return worker.endpoints().create(url);
    }

    DeliveryId deliver(TestEndpoint endpoint) {
        return records.send(endpoint.id(), 1);
    }

    /** A delivery to an endpoint of its own. */
    DeliveryId deliver(String url) {
        return deliver(endpoint(url));
    }

    RecordedAttempt recorded(DeliveryId delivery) {
        return recorded(delivery, attempt -> true);
    }

    RecordedAttempt recorded(DeliveryId delivery, Predicate<RecordedAttempt> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> RecordedAttempt.latest(worker.endpoints().jdbc(), delivery),
                        found -> found.filter(wanted).isPresent())
                .orElseThrow();
    }

    @Override
    public void close() {
        records.close();
        worker.close();
    }
}
