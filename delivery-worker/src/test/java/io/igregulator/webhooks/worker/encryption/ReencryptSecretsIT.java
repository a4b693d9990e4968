package io.igregulator.webhooks.worker.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After the active key has changed, an old one can be retired without any customer's doing. */
class ReencryptSecretsIT {
    private static final Duration SETTLED = Duration.ofMinutes(11);

    private final EncryptionFixture fixture = new EncryptionFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everySecretMovesToTheActiveKeyAndStaysWhatItIs() {
        List<EndpointId> endpoints = new ArrayList<>();
        List<List<String>> secrets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            EndpointId endpoint = fixture.endpoint();
            endpoints.add(endpoint);
            secrets.add(List.of(
                    fixture.secret(endpoint, 1, "k0"),
                    fixture.secret(endpoint, 2, "k1"),
                    fixture.secret(endpoint, 3, "k2")));
        }
        ReencryptSecrets worker = fixture.worker("k2", "k1", "k0");
        EncryptionFixture.round(worker);
        assertThat(fixture.count("k1")).isEqualTo(10);
        assertThat(fixture.gauge("k1")).isEqualTo(10);

        fixture.now = fixture.now.plus(SETTLED);
        EncryptionFixture.round(worker);

        assertThat(fixture.count("k2")).isEqualTo(30);
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.secrets(endpoints.get(i), "k2")).isEqualTo(secrets.get(i));
        }
        assertThat(fixture.gauge("k2")).isEqualTo(30);
        assertThat(fixture.hasGauge("k1")).isFalse();
        assertThat(fixture.meters.get("webhook.secrets.reencrypted").counter().count())
                .isEqualTo(20);
    }

    @Test
    void aSecretOfAKeyThatIsNotThereOrThatDoesNotOpenHoldsUpNoOther() {
        EndpointId endpoint = fixture.endpoint();
        for (int generation = 1; generation <= 8; generation++) {
            fixture.secret(endpoint, generation, "k1");
        }
        fixture.secret(fixture.endpoint(), 1, "lost");
        fixture.jdbc()
                .sql("UPDATE endpoint_secret SET sealed = sealed || '\\x00' WHERE key_id = 'k1' AND generation <= 4")
                .update();
        ReencryptSecrets worker = fixture.worker("k2", "k1");
        worker.tick();
        fixture.now = fixture.now.plus(SETTLED);

        EncryptionFixture.round(worker);

        assertThat(fixture.count("k1")).isEqualTo(4);
        assertThat(fixture.count("lost")).isEqualTo(1);
        assertThat(fixture.count("k2")).isEqualTo(4);
        assertThat(fixture.meters.get("webhook.secrets.unreadable").counter().count())
                .isEqualTo(4);
    }

    @Test
    void workersOfDifferentConfigurationsDoNotMoveSecretsBackAndForth() {
        EndpointId endpoint = fixture.endpoint();
        fixture.secret(endpoint, 1, "k1");
        ReencryptSecrets old = fixture.worker("k1", "k2");
        old.tick();
        fixture.now = fixture.now.plus(SETTLED);
        ReencryptSecrets updated = fixture.worker("k2", "k1");
        updated.tick();
        fixture.now = fixture.now.plus(SETTLED);

        EncryptionFixture.round(updated);
        EncryptionFixture.round(old);
        assertThat(fixture.count("k2")).isEqualTo(1);

        ReencryptSecrets rolledBack = fixture.worker("k1", "k2");
        rolledBack.tick();
        fixture.now = fixture.now.plus(SETTLED);
        EncryptionFixture.round(updated);
        EncryptionFixture.round(rolledBack);
        assertThat(fixture.count("k1")).isEqualTo(1);
    }

    @Test
    void aSecretThatARotationHoldsIsLeftForTheNextRound() throws SQLException {
        EndpointId rotated = fixture.endpoint();
        fixture.secret(rotated, 1, "k1");
        fixture.secret(fixture.endpoint(), 1, "k1");
        ReencryptSecrets worker = fixture.worker("k2", "k1");
        worker.tick();
        fixture.now = fixture.now.plus(SETTLED);
        try (Connection rotation = fixture.open();
                Statement statement = rotation.createStatement()) {
            statement.execute("DELETE FROM endpoint_secret WHERE endpoint_id = '" + rotated + "'");

            EncryptionFixture.round(worker);

            assertThat(fixture.count("k2")).isEqualTo(1);
            rotation.rollback();
        }
        EncryptionFixture.round(worker);

        assertThat(fixture.count("k2")).isEqualTo(2);
    }

    @Test
    void aRowThatIsNoLongerWhatWasReadStaysAsItIs() {
        EndpointId endpoint = fixture.endpoint();
        fixture.secret(endpoint, 1, "k1");
        SecretRows rows = new SecretRows(fixture.jdbc());
        List<StoredSecret> read = rows.hold("k1", null, 10);
        fixture.jdbc().sql("DELETE FROM endpoint_secret").update();
        String another = fixture.secret(endpoint, 1, "k1");

        assertThat(rows.replace(read, read)).isZero();

        assertThat(fixture.secrets(endpoint, "k1")).containsExactly(another);
    }

    @Test
    void rotationsAtTheSameTimeLoseNothing() {
        EndpointId endpoint = fixture.endpoint();
        List<String> expected = new ArrayList<>();
        ReencryptSecrets worker = fixture.worker("k2", "k1");
        worker.tick();
        fixture.now = fixture.now.plus(SETTLED);
        CompletableFuture<Void> rotations = CompletableFuture.runAsync(() -> {
            for (int generation = 1; generation <= 200; generation++) {
                expected.add(fixture.secret(endpoint, generation, "k1"));
                fixture.jdbc()
                        .sql("UPDATE endpoint_secret SET expires_at = now() WHERE endpoint_id = ?")
                        .param(endpoint.value())
                        .update();
            }
        });
        while (!rotations.isDone()) {
            EncryptionFixture.round(worker);
        }
        rotations.join();
        EncryptionFixture.round(worker);

        assertThat(fixture.secrets(endpoint, "k2")).isEqualTo(expected);
    }
}
