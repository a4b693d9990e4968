package io.igregulator.webhooks.benchmark.raw;

import com.sun.management.ThreadMXBean;
import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.signature.SigningSecret;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * As many virtual threads as requests may be in flight, each posting one request after the other. All is made
 * beforehand, signatures too: what remains is the exchange.
 */
final class RawClient {
    private static final int PATIENCE_SECONDS = 30;

    private final RawPlan plan;
    private final WebhookSender sender;
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean running = true;

    RawClient(RawPlan plan, WebhookSender sender) {
        this.plan = plan;
        this.sender = sender;
    }

    RawResult run() {
        var requests = requests();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < plan.concurrency(); i++) {
                int first = i;
                threads.execute(() -> post(requests, first));
            }
            awaitFirst();
            pause(plan.warmUpSeconds());
            var result = measure();
            running = false;
            return result;
        }
    }

    /** Warming up begins with the first answer. */
    private void awaitFirst() {
        for (int second = 0; second < PATIENCE_SECONDS && done.sum() == 0; second++) {
            pause(1);
        }
    }

    private void post(List<WebhookRequest> requests, int first) {
        for (int i = first; running; i += plan.concurrency()) {
            var exchange = sender.send(requests.get(i % requests.size()));
            done.increment();
            if (!(exchange instanceof Exchange.Answered answered && answered.status() == 200)) {
                failed.increment();
            }
        }
    }

    private RawResult measure() {
        long from = System.nanoTime();
        long doneBefore = done.sum();
        long failedBefore = failed.sum();
        long cpuBefore = cpuNanos();
        long allocatedBefore = allocated();
        pause(plan.seconds());
        double posts = done.sum() - doneBefore;
        double seconds = (System.nanoTime() - from) / 1e9;
        return new RawResult(
                plan.concurrency(),
                posts / seconds,
                failed.sum() - failedBefore,
                (cpuNanos() - cpuBefore) / 1e3 / posts,
                (allocated() - allocatedBefore) / posts);
    }

    private List<WebhookRequest> requests() {
        var requests = new ArrayList<WebhookRequest>();
        for (String url : plan.urls()) {
            requests.add(request(URI.create(url)));
        }
        return requests;
    }

    private WebhookRequest request(URI url) {
        var random = new SecureRandom();
        var now = Instant.now();
        var event = EventId.create(now, random);
        byte[] body = new EventBodies(plan.bodyBytes(), random).body(event, now, 0);
        var delivery = DeliveryId.of(event, new EndpointId(UUID.randomUUID()));
        var message = new Message(event.toString(), EventBodies.TYPE.wireName(), delivery.toString(), 1, body);
        var secret = SigningSecret.of(SecretText.create(random).reveal(), null);
        var headers = new ArrayList<RequestHeader>();
        SignedHeaders.write(
                message, List.of(secret), now, (name, value) -> headers.add(new RequestHeader(name, value)));
        return new WebhookRequest(Destination.of(new AccountId(new UUID(0, 1)), url), body, headers);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
