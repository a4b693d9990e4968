package io.igregulator.webhooks.chaos.upgrade;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A client behind a balancer: reads and changes an endpoint again and again, at each API that is in rotation in turn. */
final class CallApi implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<WebhooksClient> rotation = new CopyOnWriteArrayList<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final EndpointId endpoint;
    private final Thread thread;
    private volatile boolean running = true;

    CallApi(EndpointId endpoint, List<WebhooksClient> apis) {
        this.endpoint = endpoint;
        rotation.addAll(apis);
        thread = Thread.ofPlatform().name("calls").start(this::run);
    }

    void takeOut(WebhooksClient api) {
        rotation.remove(api);
    }

    void putBack(WebhooksClient api) {
        rotation.add(api);
    }

    long calls() {
        return calls.sum();
    }

    long failed() {
        return failed.sum();
    }

    private void run() {
        for (int turn = 0; running; turn++) {
            var apis = List.copyOf(rotation);
            calls.increment();
            try {
                call(apis.get(turn % apis.size()), turn);
            } catch (RuntimeException e) {
                // An answer that cannot be read is a failed call too, and must not end the calls.
                failed.increment();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void call(WebhooksClient api, int turn) {
        if (turn % 2 == 0) {
            api.activate(endpoint);
        } else if (!api.exists(endpoint)) {
            failed.increment();
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
