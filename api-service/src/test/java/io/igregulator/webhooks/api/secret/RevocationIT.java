package io.igregulator.webhooks.api.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A leaked secret: rotate, then revoke, and from the next delivery on the new one signs alone. */
class RevocationIT {
    private final RunningApi api = RunningApi.development();
    private final Client client = api.customer("pro").client();
    private final JsonNode created = client.post("/v1/webhooks", """
                    {"url": "http://127.0.0.1:1/hook", "events": ["license.issued"]}""").json();
    private final String path = "/v1/webhooks/" + created.path("id").asString();

    @Test
    void allOlderSecretsEndAndTheActiveOneStays() {
        rotate();
        String active = rotate();

        Answer answer = client.post(path + "/revoke_secrets", "").is(200);

        assertThat(answer.body()).isEqualTo("{\"revoked\":2}");
        assertThat(signing()).containsExactly(active);
    }

    @Test
    void workersAreNotifiedByANewVersionAsOfARotation() {
        rotate();

        client.post(path + "/revoke_secrets", "").is(200);

        EndpointChange last = announced().getLast();
        assertThat(announced())
                .extracting(EndpointChange::kind)
                .containsExactly(Kind.CREATED, Kind.SECRET_ROTATED, Kind.SECRET_ROTATED);
        assertThat(last.version()).isEqualTo(3).isEqualTo(storedVersion());
    }

    @Test
    void theNextPingIsSignedOnceAgain() {
        try (Receiver receiver = new Receiver()) {
            client.patch(path, "{\"url\": \"" + receiver.url() + "\"}").is(200);
            rotate();
            client.post(path + "/test", "").is(200);
            client.post(path + "/revoke_secrets", "").is(200);
            client.post(path + "/test", "").is(200);

            assertThat(receiver.received())
                    .extracting(
                            request -> request.header("X-iGregulator-Signature").split(",v1=").length - 1)
                    .containsExactly(2, 1);
        }
    }

    @Test
    void whereThereIsNothingToRevokeNothingChanges() {
        rotate();
        client.post(path + "/revoke_secrets", "").is(200);

        assertThat(client.post(path + "/revoke_secrets", "").is(200).body()).isEqualTo("{\"revoked\":0}");

        assertThat(announced()).hasSize(3);
        assertThat(signing()).hasSize(1);
    }

    @Test
    void aSecretThatHadExpiredAnywayIsNotCounted() {
        rotate();
        api.database()
                .sql("UPDATE endpoint_secret SET expires_at = now() - interval '1 day'"
                        + " WHERE endpoint_id = ?::uuid AND expires_at IS NOT NULL")
                .param(created.path("id").asString())
                .update();

        assertThat(client.post(path + "/revoke_secrets", "").is(200).body()).isEqualTo("{\"revoked\":0}");
    }

    @Test
    void rotatingAfterwardsHasItsOverlapAgain() {
        rotate();
        client.post(path + "/revoke_secrets", "").is(200);

        rotate();

        assertThat(signing()).hasSize(2);
    }

    @Test
    void anotherAccountsEndpointIsNotFound() {
        api.customer("pro").client().post(path + "/revoke_secrets", "").isError(404, "not_found", "webhook_not_found");
        client.post("/v1/webhooks/" + UUID.randomUUID() + "/revoke_secrets", "")
                .isError(404, "not_found", "webhook_not_found");
    }

    private String rotate() {
        return client.post(path + "/rotate_secret", "")
                .is(200)
                .json()
                .path("new_secret")
                .asString();
    }

    /** What a worker would sign with, newest first. */
    private List<String> signing() {
        SecretCipher cipher = new SecretCipher(new SecretProperties("k1", Map.of("k1", RunningApi.SECRET_KEY)));
        EndpointId endpoint = EndpointId.parse(created.path("id").asString());
        return api
                .database()
                .sql("SELECT key_id, sealed FROM endpoint_secret WHERE endpoint_id = ?"
                        + " AND (expires_at IS NULL OR expires_at > now()) ORDER BY generation DESC")
                .param(endpoint.value())
                .query((row, number) -> new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")))
                .list()
                .stream()
                .map(secret -> cipher.decrypt(secret, endpoint).reveal())
                .toList();
    }

    private List<EndpointChange> announced() {
        return api
                .database()
                .sql("SELECT value FROM outbox WHERE message_key = ? ORDER BY id")
                .param(created.path("id").asString())
                .query(byte[].class)
                .list()
                .stream()
                .map(EndpointChange::fromJson)
                .toList();
    }

    private long storedVersion() {
        return api.database()
                .sql("SELECT version FROM endpoint WHERE id = ?::uuid")
                .param(created.path("id").asString())
                .query(Long.class)
                .single();
    }
}
