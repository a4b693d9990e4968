package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.secret.SecretCipher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the loop together that moves secrets to the active key. */
@Configuration(proxyBeanMethods = false)
class EncryptionConfiguration {
    @Bean
    SupervisedLoop reencryption(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SecretCipher cipher,
            EncryptionProperties properties,
            InstantSource clock,
            MeterRegistry registry) {
        EncryptionMeters meters = new EncryptionMeters(registry, cipher.activeKey());
        SecretRows rows = new SecretRows(jdbc);
        ReencryptBatch batch = new ReencryptBatch(rows, cipher, transactions, meters, properties.batchSize());
        ActiveKey activeKey = new ActiveKey(jdbc, cipher.activeKey());
        ReencryptSecrets reencryption = new ReencryptSecrets(activeKey, rows, batch, meters, cipher, properties, clock);
        return new SupervisedLoop("reencryption", SupervisedLoop.pausing(reencryption::round), Phases.SOURCES, clock);
    }
}
