package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.stack.event.EventPublisher;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Publishes an event now and again, at random moments around a steady rate. */
final class EventStream implements AutoCloseable {
    private final EventPublisher publisher;
    private final DemoEvents events;
    private final PublishTimes times;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final double perSecond;
    private final CountDownLatch stop = new CountDownLatch(1);

    EventStream(
            EventPublisher publisher,
            DemoEvents events,
            PublishTimes times,
            InstantSource clock,
            RandomGenerator random,
            double perSecond) {
        this.publisher = publisher;
        this.events = events;
        this.times = times;
        this.clock = clock;
        this.random = random;
        this.perSecond = perSecond;
    }

    void start() {
        Thread.ofVirtual().name("demo-events").start(this::run);
    }

    private void run() {
        try {
            for (DemoPlot plot : DemoPlot.OPENING) {
                publish(plot);
                if (pausedToTheEnd()) {
                    return;
                }
            }
            while (!pausedToTheEnd()) {
                publish(DemoPlot.any(random));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(DemoPlot plot) {
        var event = events.next(plot);
        times.published(event.id(), clock.instant());
        // Not awaited: if Kafka is away the demonstration pauses, and the stack reports why.
        var _ = publisher.publish(event);
    }

    private boolean pausedToTheEnd() throws InterruptedException {
        long nanos = (long) (random.nextExponential() / perSecond * TimeUnit.SECONDS.toNanos(1));
        return stop.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        stop.countDown();
        publisher.close();
    }
}
