package io.igregulator.webhooks.api.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether events carry the trace of their publisher.
 *
 * @param enabled whether a request's {@code traceparent} is passed on with its events
 */
@ConfigurationProperties("webhooks.tracing")
public record TracingProperties(@DefaultValue("false") boolean enabled) {}
