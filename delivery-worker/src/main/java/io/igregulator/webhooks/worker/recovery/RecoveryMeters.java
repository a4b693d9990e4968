package io.igregulator.webhooks.worker.recovery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators see of recoveries: the load that an account has asked for, and not an endpoint's trouble. */
final class RecoveryMeters {
    private final Counter resent;
    private final Counter sent;
    private volatile @Nullable Map<String, Long> open;

    RecoveryMeters(MeterRegistry registry) {
        this.resent = Counter.builder("webhook.resent")
                .description("Deliveries that this worker made due once more for recoveries")
                .register(registry);
        this.sent = Counter.builder("webhook.missed.sent")
                .description("Deliveries that this worker added for recoveries, of events that had none")
                .register(registry);
        gauge(registry, "queued");
        gauge(registry, "running");
    }

    private void gauge(MeterRegistry registry, String state) {
        Gauge.builder("webhook.recoveries", this, meters -> meters.open(state))
                .description("Recoveries of all accounts that have not ended")
                .tag("state", state)
                .register(registry);
    }

    void resent(int deliveries) {
        resent.increment(deliveries);
    }

    void sent(int deliveries) {
        sent.increment(deliveries);
    }

    void measured(Map<String, Long> byState) {
        open = byState;
    }

    /** Not a number while they cannot be counted: an old one would look current. */
    void unknown() {
        open = null;
    }

    private double open(String state) {
        Map<String, Long> known = open;
        return known == null ? Double.NaN : known.getOrDefault(state, 0L);
    }
}
