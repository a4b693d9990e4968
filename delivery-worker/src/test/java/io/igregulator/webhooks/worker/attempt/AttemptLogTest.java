package io.igregulator.webhooks.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import io.igregulator.webhooks.worker.trace.AttemptTrace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AttemptLogTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger("webhooks.attempt");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void aSuccessHasTheseFieldsInThisOrder() {
        Outcome.Attempted attempted = delivered();

        log(1).attempted(attempted, "receiver.example.com", null);

        Delivery delivery = attempted.delivery();
        assertThat(fields())
                .containsExactlyEntriesOf(entries(
                        "delivery_id",
                        delivery.id(),
                        "event_id",
                        delivery.event(),
                        "event",
                        delivery.eventType(),
                        "endpoint_id",
                        delivery.endpoint(),
                        "host",
                        "receiver.example.com",
                        "attempt",
                        1,
                        "outcome",
                        "delivered",
                        "latency_ms",
                        12,
                        "http_status",
                        200));
        assertThat(lines.list.getFirst().getLoggerName()).isEqualTo("webhooks.attempt");
        assertThat(lines.list.getFirst().getFormattedMessage()).isEqualTo("attempt");
    }

    @Test
    void aFailureSaysWhyAndWhenItIsTriedAgain() {
        log(1).attempted(failed(), "receiver.example.com", null);

        assertThat(fields())
                .containsEntry("outcome", "retry")
                .containsEntry("error", "timeout")
                .containsEntry("next_attempt_at", NOW.plusSeconds(30))
                .doesNotContainKey("http_status");
    }

    @Test
    void aTracedAttemptNamesItsTraceAndItsAccount() {
        var own = new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
        Outcome.Attempted attempted = delivered();

        log(1).attempted(attempted, "receiver.example.com", new AttemptTrace(own, null, List.of(), null));

        assertThat(fields())
                .containsEntry("account_id", attempted.delivery().account())
                .containsEntry("trace_id", own.traceId())
                .containsEntry("span_id", own.spanId());
    }

    @Test
    void successesAreSampledAndFailuresAreNot() {
        AttemptLog log = log(0.25);
        for (int i = 0; i < 2_000; i++) {
            log.attempted(delivered(), "host", null);
        }
        assertThat(lines.list).hasSizeBetween(380, 620);
        lines.list.clear();

        AttemptLog none = log(0);
        for (int i = 0; i < 100; i++) {
            none.attempted(delivered(), "host", null);
            none.attempted(failed(), "host", null);
        }
        assertThat(lines.list).hasSize(100);
    }

    @Test
    void theLoggerCanBeSilenced() {
        logger.setLevel(Level.OFF);

        log(1).attempted(failed(), "host", null);

        assertThat(lines.list).isEmpty();
    }

    @Test
    void aShareIsFromZeroToOne() {
        assertThatThrownBy(() -> new AttemptProperties(1.5)).hasMessageContaining("log-successes");
        assertThatThrownBy(() -> new AttemptProperties(Double.NaN)).hasMessageContaining("log-successes");
    }

    private static AttemptLog log(double share) {
        return new AttemptLog(new AttemptProperties(share));
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        lines.list.getFirst().getKeyValuePairs().forEach(pair -> fields.put(pair.key, pair.value));
        return fields;
    }

    private static Outcome.Attempted delivered() {
        return attempted(200, null, new RetryDecision.Delivered());
    }

    private static Outcome.Attempted failed() {
        return attempted(null, "timeout", new RetryDecision.RetryAt(NOW.plusSeconds(30)));
    }

    private static Outcome.Attempted attempted(
            @Nullable Integer status, @Nullable String error, RetryDecision decision) {
        return new Outcome.Attempted(
                Deliveries.fresh(Deliveries.endpoint(), new RecordingTicket()), NOW, 12, status, error, null, decision);
    }

    private static Map<String, Object> entries(Object... pairs) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entries.put((String) pairs[i], pairs[i + 1]);
        }
        return entries;
    }
}
