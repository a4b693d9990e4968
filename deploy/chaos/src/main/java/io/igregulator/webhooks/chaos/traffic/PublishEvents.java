package io.igregulator.webhooks.chaos.traffic;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.stack.event.OutgoingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Publishes at an even pace; what Kafka does not acknowledge is published again, under the same event id. */
public final class PublishEvents {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Beyond it new events wait until Kafka acknowledges some. */
    private static final int MOST_OPEN = 5_000;

    private final EventPublisher publisher;
    private final EventMix mix;
    private final InstantSource clock;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<PublishedEvent> published = new ArrayList<>();
    private final AtomicInteger burst = new AtomicInteger();
    private volatile int count;

    private record Open(OutgoingEvent event, Instant sentAt, Future<RecordMetadata> acknowledged) {}

    public PublishEvents(EventPublisher publisher, EventMix mix, InstantSource clock) {
        this.publisher = publisher;
        this.mix = mix;
        this.clock = clock;
    }

    /** So many more at once; from any thread, while {@link #over} runs. */
    public void burst(int events) {
        burst.addAndGet(events);
    }

    /** Returns all of them, bursts included, each acknowledged. */
    public List<PublishedEvent> over(Duration window, int events, Duration patience) {
        long begun = System.nanoTime();
        int sent = 0;
        while (sent < events || burst.get() > 0 || !open.isEmpty()) {
            long passed = System.nanoTime() - begun;
            if (passed > window.plus(patience).toNanos()) {
                throw new CommandFailure("Kafka took " + count + " of " + events + " events only.");
            }
            long due = Math.min(events, (long) ((double) passed / window.toNanos() * events));
            while (sent < due && open.size() < MOST_OPEN) {
                var event = mix.next();
                send(event, clock.instant());
                sent++;
            }
            for (int left = burst.getAndSet(0); left > 0; left--) {
                send(mix.next(), clock.instant());
            }
            settle();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return List.copyOf(published);
    }

    private void send(OutgoingEvent event, Instant firstSentAt) {
        open.add(new Open(event, firstSentAt, publisher.publish(event)));
    }

    private void settle() {
        for (int left = open.size(); left > 0 && open.element().acknowledged().isDone(); left--) {
            var done = open.remove();
            if (done.acknowledged().state() == Future.State.SUCCESS) {
                published.add(acknowledged(done));
                count = published.size();
            } else {
                send(done.event(), done.sentAt());
            }
        }
    }

    private static PublishedEvent acknowledged(Open done) {
        var where = done.acknowledged().resultNow();
        return new PublishedEvent(
                done.event().id(),
                done.event().type(),
                done.event().operatorSlug(),
                done.sentAt(),
                new TopicPartition(where.topic(), where.partition()),
                where.offset());
    }

    /** How many Kafka has acknowledged so far. */
    public int count() {
        return count;
    }
}
