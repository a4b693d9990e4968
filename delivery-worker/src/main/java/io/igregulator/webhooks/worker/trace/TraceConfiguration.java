package io.igregulator.webhooks.worker.trace;

import io.igregulator.webhooks.settings.ConflictingSettingsException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts tracing together; while it is off, an attempt costs one check. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
    @Bean
    @ConditionalOnBooleanProperty(name = "webhooks.tracing.enabled", havingValue = false, matchIfMissing = true)
    TraceAttempts traceNothing() {
        return TraceAttempts.off();
    }

    /** What is there only where attempts are traced; the exporter, its queue and its thread are Spring Boot's. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("webhooks.tracing.enabled")
    static class On {
        private static final String SCOPE = "io.igregulator.webhooks";

        @Bean
        CurrentPlace currentPlace() {
            return new CurrentPlace();
        }

        @Bean
        SdkTracerProviderBuilderCustomizer idsOfTheCurrentPlace(CurrentPlace place) {
            return builder -> builder.setIdGenerator(place);
        }

        /** Attempts are chosen before their spans are made. */
        @Bean
        Sampler whatIsMadeIsSent() {
            return Sampler.alwaysOn();
        }

        @Bean
        TraceAttempts traceAttempts(
                TraceProperties properties, OpenTelemetry openTelemetry, ObjectProvider<SpanExporter> exporters) {
            ConflictingSettingsException.unless(
                    exporters.stream().findAny().isPresent(),
                    "webhooks.tracing.enabled (true) needs a value of"
                            + " management.opentelemetry.tracing.export.otlp.endpoint (none)");
            return TraceAttempts.on(properties, new RecordSpan(openTelemetry.getTracer(SCOPE)));
        }
    }
}
