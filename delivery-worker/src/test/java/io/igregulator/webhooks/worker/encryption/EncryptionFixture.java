package io.igregulator.webhooks.worker.encryption;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import io.igregulator.webhooks.secret.SecretText;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Secrets on a database of its own, and workers with keys that a test chooses. */
final class EncryptionFixture implements AutoCloseable {
    private final HikariDataSource source = new HikariDataSource();
    private final JdbcClient jdbc;
    private final UUID account = UUID.randomUUID();
    final MeterRegistry meters = new SimpleMeterRegistry();
    volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    EncryptionFixture() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'enterprise')")
                .param(account)
                .update();
    }

    /** A worker that was just started; the first key is the active one. */
    ReencryptSecrets worker(String... keys) {
        SecretCipher cipher = cipher(keys);
        EncryptionProperties properties = new EncryptionProperties(Duration.ofMinutes(10), Duration.ofMinutes(1), 3);
        EncryptionMeters figures = new EncryptionMeters(meters, cipher.activeKey());
        SecretRows rows = new SecretRows(jdbc);
        return new ReencryptSecrets(
                new ActiveKey(jdbc, cipher.activeKey()),
                rows,
                new ReencryptBatch(rows, cipher, new JdbcTransactionManager(source), figures, properties.batchSize()),
                figures,
                cipher,
                properties,
                () -> now);
    }

    static SecretCipher cipher(String... keys) {
        Map<String, String> all = Stream.of(keys).collect(Collectors.toMap(key -> key, EncryptionFixture::base64));
        return new SecretCipher(new SecretProperties(keys[0], all));
    }

    private static String base64(String key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key.hashCode());
        return Base64.getEncoder().encodeToString(bytes);
    }

    EndpointId endpoint() {
        EndpointId id = new EndpointId(UUID.randomUUID());
        jdbc.sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://x/', '{license.issued}')")
                .params(id.value(), account)
                .update();
        return id;
    }

    /** One that was active until now. */
    String secret(EndpointId endpoint, int generation, String key) {
        SecretText secret = SecretText.create(new SecureRandom());
        EncryptedSecret sealed = cipher(key).encrypt(secret, endpoint);
        jdbc.sql("""
                        INSERT INTO endpoint_secret (endpoint_id, generation, key_id, sealed, expires_at)
                        VALUES (?, ?, ?, ?, now() + interval '7 days')
                        """)
                .params(endpoint.value(), generation, sealed.keyId(), sealed.bytes())
                .update();
        return secret.reveal();
    }

    /** All of an endpoint's, by generation, opened with these keys alone. */
    List<String> secrets(EndpointId endpoint, String... keys) {
        SecretCipher cipher = cipher(keys);
        return jdbc.sql("SELECT key_id, sealed FROM endpoint_secret WHERE endpoint_id = ? ORDER BY generation")
                .param(endpoint.value())
                .query((row, number) -> cipher.decrypt(
                                new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")), endpoint)
                        .reveal())
                .list();
    }

    long count(String key) {
        return jdbc.sql("SELECT count(*) FROM endpoint_secret WHERE key_id = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    double gauge(String key) {
        return meters.get("webhook.secrets.rows")
                .tags("table", "endpoint_secret", "key", key)
                .gauge()
                .value();
    }

    boolean hasGauge(String key) {
        return meters.find("webhook.secrets.rows").tags("key", key).gauge() != null;
    }

    /** Until a round is over. */
    static void round(ReencryptSecrets worker) {
        while (worker.tick()) {
            // Each is a batch.
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Connection open() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void close() {
        source.close();
    }
}
