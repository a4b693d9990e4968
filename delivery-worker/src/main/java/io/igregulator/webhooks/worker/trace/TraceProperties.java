package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.settings.Require;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and which attempts are traced.
 *
 * @param enabled nothing is read, made or sent otherwise
 * @param sampling the share of events that is traced, from 0 to 1, where the event's publisher has not decided it
 * @param propagate whether receivers get a {@code traceparent}
 * @param propagateSampled whether its flag says that the trace is recorded, if it is
 */
@ConfigurationProperties("webhooks.tracing")
public record TraceProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0.001") double sampling,
        @DefaultValue("false") boolean propagate,
        @DefaultValue("false") boolean propagateSampled) {
    public TraceProperties {
        Require.that(sampling >= 0 && sampling <= 1, "webhooks.tracing.sampling must be from 0 to 1");
    }
}
