package io.igregulator.webhooks.api;

import io.igregulator.webhooks.build.BuildInfoConfiguration;
import io.igregulator.webhooks.database.DatabaseConfiguration;
import io.igregulator.webhooks.http.HttpConfiguration;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.port.PortConfiguration;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import io.igregulator.webhooks.secret.SigningSecretReader;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parts of the shared model that the API works with, and its sources of time and chance. Settings of the shared model are
 * enabled here; the scan of the application finds those of the API.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretProperties.class)
@Import({BuildInfoConfiguration.class, DatabaseConfiguration.class, HttpConfiguration.class, PortConfiguration.class})
class ApiConfiguration {
    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    SecretCipher secretCipher(SecretProperties properties) {
        return new SecretCipher(properties);
    }

    @Bean
    SigningSecretReader signingSecretReader(JdbcClient jdbc, SecretCipher cipher) {
        return new SigningSecretReader(jdbc, cipher);
    }

    @Bean
    OutboxWriter outboxWriter(JdbcClient jdbc) {
        return new OutboxWriter(jdbc);
    }
}
