package io.igregulator.webhooks.worker.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import io.igregulator.webhooks.secret.SigningSecretReader;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The change of a key as an operator makes it: listed, made the active one, and the old one dropped. */
class KeyChangeIT {
    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String LISTED = "webhooks.secrets.keys.second=" + KEY;

    @Test
    void theOldKeyIsNotNeededOnceItsCountIsZero() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        TestEndpoint endpoint;
        try (RunningWorker worker = RunningWorker.start(database, LISTED)) {
            endpoint = worker.endpoints().create("http://127.0.0.1:9/");
        }
        try (RunningWorker worker = RunningWorker.start(
                database,
                LISTED,
                "webhooks.secrets.active-key=second",
                "webhooks.reencryption.settle=0s",
                "webhooks.reencryption.interval=100ms")) {
            await().untilAsserted(() -> assertThat(
                            worker.metric("webhook_secrets_rows", "active=\"true\"", "table=\"endpoint_secret\""))
                    .isEqualTo(1));

            assertThat(worker.metric("webhook_secrets_rows", "active=\"false\""))
                    .as("a key without rows has no series")
                    .isNaN();
            assertThat(worker.metric("webhook_secrets_reencrypted_total")).isEqualTo(1);
            SecretCipher withoutTheOld = new SecretCipher(new SecretProperties("second", Map.of("second", KEY)));
            assertThat(new SigningSecretReader(worker.endpoints().jdbc(), withoutTheOld)
                            .read(endpoint.id(), Instant.now()))
                    .hasSize(1);
        }
    }
}
