package io.igregulator.webhooks.worker.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A change of a circuit is logged and counted once, however many attempts are under way. */
class CircuitChangesTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(WriteCircuits.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    // Its loop does not run, so nothing is written.
    private final WriteCircuits writer =
            new WriteCircuits(new CircuitStore(JdbcClient.create(new DriverManagerDataSource())));
    private final Circuits circuits =
            new Circuits(CircuitFixtures.PROPERTIES, now::get, writer.andThen(new TransitionMeters(registry)));
    private final EndpointId endpoint = Deliveries.endpoint();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void bothSeriesAreThereFromTheStart() {
        assertThat(counted("open")).isZero();
        assertThat(counted("closed")).isZero();
    }

    @Test
    void openingIsLoggedOnceHoweverManyAttemptsFailAtOnce() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(this::fail);
            }
        }

        assertThat(messages()).containsExactly("circuit opened");
        assertThat(counted("open")).isEqualTo(1);
    }

    @Test
    void eachChangeIsLoggedOnce() {
        for (int i = 0; i < 12; i++) {
            fail();
        }
        probe();
        fail();
        fail();
        probe();
        circuits.succeeded(endpoint);
        circuits.succeeded(endpoint);

        assertThat(messages()).containsExactly("circuit opened", "circuit opened", "circuit closed");
        assertThat(counted("open")).isEqualTo(2);
        assertThat(counted("closed")).isEqualTo(1);
    }

    private void fail() {
        circuits.failed(endpoint, 3, "http_500");
    }

    private void probe() {
        now.set(now.get().plusSeconds(3_600));
        assertThat(circuits.ask(endpoint)).isInstanceOf(Permission.Granted.class);
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private double counted(String to) {
        return registry.get("webhook.circuit.transitions")
                .tag("to", to)
                .counter()
                .count();
    }
}
