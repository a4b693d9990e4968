package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.loop.Phases;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Starts to consume as soon as Kafka answers and every topic is there, and stops with the application. */
final class Fanout implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Fanout.class);

    private final MessageListenerContainer container;
    private final MissingTopics missingTopics;
    private final FanoutProgress progress;
    private final Duration checkInterval;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Fanout(
            MessageListenerContainer container,
            MissingTopics missingTopics,
            FanoutProgress progress,
            FanoutProperties properties) {
        this.container = container;
        this.missingTopics = missingTopics;
        this.progress = progress;
        this.checkInterval = properties.topicCheckInterval();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            CountDownLatch stop = new CountDownLatch(1);
            stopped = stop;
            progress.waitsFor("a first look at Kafka");
            Thread.ofVirtual().name("fanout-start").start(() -> startWhenPossible(stop));
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        container.stop();
    }

    @Override
    public int getPhase() {
        return Phases.SOURCES;
    }

    /** From {@link #start} to {@link #stop}, waiting for topics included. */
    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Whether the consumer threads are there. */
    boolean isConsuming() {
        return container.isRunning() && container.isInExpectedState();
    }

    private void startWhenPossible(CountDownLatch stop) {
        try {
            while (!mayStart()) {
                if (stop.await(checkInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            startContainer(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startContainer(CountDownLatch stop) {
        if (stop.getCount() > 0) {
            progress.waitsFor(null);
            container.start();
        }
    }

    private boolean mayStart() throws InterruptedException {
        try {
            Set<String> missing = missingTopics.find();
            return missing.isEmpty() || waitFor("topics that do not exist: " + String.join(", ", missing));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return waitFor("Kafka, which does not answer");
        }
    }

    private boolean waitFor(String reason) {
        if (!Objects.equals(reason, progress.waitingFor())) {
            log.warn("Fan-out waits for {}", reason);
        }
        progress.waitsFor(reason);
        return false;
    }
}
