package io.igregulator.webhooks.loop;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.database.RequireWritable;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether PostgreSQL and Kafka answer, asked over connections that no loop uses. They are asked in the background: a probe that
 * had to wait for one that hangs would count as failed.
 */
public final class Surroundings {
    private static final Logger log = LoggerFactory.getLogger(Surroundings.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final List<Question> questions;
    private final Executor executor;
    private final InstantSource clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Instant answered = Instant.MIN;

    Surroundings(List<Question> questions, Executor executor, InstantSource clock) {
        this.questions = List.copyOf(questions);
        this.executor = executor;
        this.clock = clock;
    }

    /** Returns when it was answered, throws when it was not. */
    @FunctionalInterface
    interface Question {
        void ask() throws Exception;
    }

    /** @param kafka settings of an admin client */
    public static Surroundings of(DedicatedSessions sessions, Map<String, Object> kafka, InstantSource clock) {
        return new Surroundings(
                List.of(() -> askPostgres(sessions), () -> askKafka(kafka)),
                task -> Thread.ofVirtual().name("surroundings").start(task),
                clock);
    }

    /** Whether both answered lately. Asks them again, unless that is under way. */
    boolean answer() {
        if (asking.compareAndSet(false, true)) {
            executor.execute(this::ask);
        }
        return answered.plus(FRESH).isAfter(clock.instant());
    }

    private void ask() {
        try {
            for (Question question : questions) {
                question.ask();
            }
            answered = clock.instant();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.debug("a loop is silent, and so is what it works with", e);
        } finally {
            asking.set(false);
        }
    }

    private static void askPostgres(DedicatedSessions sessions) throws Exception {
        try (Connection connection = sessions.open("webhook-liveness")) {
            RequireWritable.of(connection);
        }
    }

    private static void askKafka(Map<String, Object> settings) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        }
    }
}
