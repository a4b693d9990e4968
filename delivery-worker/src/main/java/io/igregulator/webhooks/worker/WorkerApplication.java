package io.igregulator.webhooks.worker;

import io.igregulator.webhooks.build.BuildInfoConfiguration;
import io.igregulator.webhooks.database.DatabaseConfiguration;
import io.igregulator.webhooks.database.UnlessMigrateOnly;
import io.igregulator.webhooks.port.PortConfiguration;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts a delivery worker. */
@SpringBootApplication(
        exclude = {
            // Spans are made of attempts alone, exemplars only while they are traced, and logs are not sent: see
            // worker/trace.
            MicrometerTracingAutoConfiguration.class,
            PrometheusExemplarsAutoConfiguration.class,
            OpenTelemetryLoggingAutoConfiguration.class,
            OtlpLoggingAutoConfiguration.class
        })
@UnlessMigrateOnly
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SecretProperties.class)
@Import({BuildInfoConfiguration.class, DatabaseConfiguration.class, PortConfiguration.class})
public class WorkerApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(WorkerApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return new java.security.SecureRandom();
    }

    @Bean
    SecretCipher secretCipher(SecretProperties properties) {
        return new SecretCipher(properties);
    }
}
