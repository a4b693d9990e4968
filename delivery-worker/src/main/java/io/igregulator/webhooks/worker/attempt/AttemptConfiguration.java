package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.http.HttpConfiguration;
import io.igregulator.webhooks.http.PooledWebhookSender;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshots;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.outcome.ResultMeters;
import io.igregulator.webhooks.worker.retry.RetryProperties;
import io.igregulator.webhooks.worker.retry.RetrySchedule;
import io.igregulator.webhooks.worker.trace.TraceAttempts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Composes an attempt: snapshot, signature, POST, verdict, outcome. */
@Configuration(proxyBeanMethods = false)
@Import(HttpConfiguration.class)
class AttemptConfiguration {
    @Bean
    ConnectionMeters connectionMeters(MeterRegistry registry, PooledWebhookSender sender) {
        return new ConnectionMeters(registry, sender.figures());
    }

    @Bean
    AttemptDelivery attemptDelivery(
            Circuits circuits,
            EndpointSnapshots endpoints,
            WebhookSender sender,
            AttemptProperties properties,
            RetryProperties retry,
            TraceAttempts traces,
            OutcomeBuffer outcomes,
            ResultMeters results,
            MeterRegistry meters,
            RandomGenerator random,
            InstantSource clock) {
        RetrySchedule schedule = new RetrySchedule(retry, random);
        PostSigned attempt = new PostSigned(
                sender, schedule, results, new AttemptMeters(meters), new AttemptLog(properties), traces, clock);
        return new AttemptDelivery(circuits, endpoints, attempt, outcomes, clock);
    }
}
