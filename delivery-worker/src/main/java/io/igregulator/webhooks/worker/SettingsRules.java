package io.igregulator.webhooks.worker;

import static io.igregulator.webhooks.settings.ConflictingSettingsException.unless;

import io.igregulator.webhooks.http.HttpProperties;
import io.igregulator.webhooks.worker.breaker.BreakerProperties;
import io.igregulator.webhooks.worker.degraded.DegradedProperties;
import io.igregulator.webhooks.worker.dispatch.DispatchProperties;
import io.igregulator.webhooks.worker.lane.LaneProperties;
import io.igregulator.webhooks.worker.waiting.WaitingProperties;
import java.time.Duration;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.annotation.Configuration;

/** Rules between settings of several features, checked at the start; those within one feature are checked by its record. */
@Configuration(proxyBeanMethods = false)
class SettingsRules {
    SettingsRules(
            HttpProperties http,
            LaneProperties lanes,
            WaitingProperties waiting,
            DispatchProperties dispatch,
            BreakerProperties breaker,
            DegradedProperties degraded,
            LifecycleProperties lifecycle) {
        // A claim that ends during its exchange lets another worker send the same delivery.
        longer("webhooks.waiting.lease", waiting.lease(), "webhooks.http.exchange-timeout", http.exchangeTimeout());
        longer(
                "spring.lifecycle.timeout-per-shutdown-phase",
                lifecycle.getTimeoutPerShutdownPhase(),
                "webhooks.dispatch.stop-wait",
                dispatch.stopWait());
        // A request that is started has to find a connection.
        notBelow(
                "webhooks.http.max-connections",
                http.maxConnections(),
                "webhooks.lanes.max-in-flight",
                lanes.maxInFlight());
        notBelow(
                "webhooks.http.max-connections-per-route",
                http.maxConnectionsPerRoute(),
                "webhooks.lanes.concurrency",
                lanes.concurrency());
        // An open circuit lets few attempts through: an endpoint would never be announced as degraded.
        notBelow(
                "webhooks.breaker.minimum-attempts",
                breaker.minimumAttempts(),
                "webhooks.degraded.minimum-attempts",
                degraded.minimumAttempts());
    }

    private static void longer(String key, Duration value, String than, Duration other) {
        unless(value.compareTo(other) > 0, "%s (%s) must be longer than %s (%s)".formatted(key, value, than, other));
    }

    private static void notBelow(String key, int value, String than, int other) {
        unless(value >= other, "%s (%d) must not be below %s (%d)".formatted(key, value, than, other));
    }
}
