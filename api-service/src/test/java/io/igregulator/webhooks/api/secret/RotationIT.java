package io.igregulator.webhooks.api.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RotationIT {
    private static final Duration OVERLAP = Duration.ofDays(7);

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();
    private final JsonNode created = client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").json();
    private final String id = created.path("id").asString();
    private final List<String> shown =
            new ArrayList<>(List.of(created.path("secret").asString()));

    @AfterEach
    void resetClock() {
        api.clock().reset();
    }

    @Test
    void theFirstRotationGivesTheOldSecretSevenDays() {
        Instant before = api.clock().instant();

        JsonNode answer = rotate().json();

        assertThat(answer.propertyNames()).containsExactly("new_secret", "previous_expires_at");
        assertThat(answer.path("new_secret").asString()).matches("whsec_[A-Za-z0-9]{44}");
        assertThat(answer.path("previous_expires_at").asString()).matches(".*\\.\\d{3}Z");
        Instant end = Instant.parse(answer.path("previous_expires_at").asString());
        assertThat(Duration.between(before.plus(OVERLAP), end)).isBetween(Duration.ofMillis(-1), Duration.ofMinutes(1));
        assertThat(stored()).hasSize(2);
        assertThat(stored().get(0).expiresAt()).isNull();
        assertThat(stored().get(1).expiresAt()).isEqualTo(end);
    }

    @Test
    void whatIsStoredIsWhatWasShownButEncrypted() {
        rotate();

        assertThat(stored()).extracting(Stored::text).containsExactlyElementsOf(shown.reversed());
        assertThat(stored())
                .allSatisfy(secret -> assertThat(new String(secret.sealed(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("whsec_", secret.text().substring(6)));
    }

    @Test
    void rotatingAgainWithinTheOverlapLeavesOlderEndsAsTheyAre() {
        rotate();
        Instant firstEnd = endOf(1);
        api.clock().advance(Duration.ofDays(3));

        rotate();

        assertThat(endOf(1)).isEqualTo(firstEnd);
        assertThat(endOf(2))
                .isBetween(
                        firstEnd.plus(Duration.ofDays(3)),
                        firstEnd.plus(Duration.ofDays(3)).plusSeconds(60));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void afterTheOverlapTheOldSecretIsGoneAtTheNextRotation() {
        rotate();
        api.clock().advance(OVERLAP.plusSeconds(60));

        rotate();

        assertThat(stored()).extracting(Stored::text).containsExactly(shown.get(2), shown.get(1));
    }

    @Test
    void atMostFiveSecretsSignAndTheOldestMakeRoom() {
        for (int i = 0; i < 7; i++) {
            rotate();
        }

        assertThat(stored())
                .extracting(Stored::text)
                .containsExactlyElementsOf(shown.reversed().subList(0, 5));
    }

    @Test
    void whereNoSecretWasActiveThePreviousEndIsNull() {
        api.database()
                .sql("UPDATE endpoint_secret SET expires_at = now() + interval '1 day' WHERE endpoint_id = ?::uuid")
                .param(id)
                .update();

        assertThat(rotate().json().path("previous_expires_at").isNull()).isTrue();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void aNextRotationFindsNothingLeftOfSecretsThatWereAllExpired() {
        api.database()
                .sql("UPDATE endpoint_secret SET expires_at = now() - interval '1 day' WHERE endpoint_id = ?::uuid")
                .param(id)
                .update();

        assertThat(rotate().json().path("previous_expires_at").isNull()).isTrue();
        assertThat(stored()).extracting(Stored::text).containsExactly(shown.getLast());
    }

    @Test
    void concurrentRotationsLeaveOneActiveAndAtMostFiveAndGiveNoSecretMoreTime() {
        rotate();
        Instant firstEnd = endOf(1);

        List<Answer> answers = InParallel.call(16, i -> client.post("/v1/webhooks/" + id + "/rotate_secret", ""));

        assertThat(answers).allSatisfy(answer -> answer.is(200));
        Map<String, Instant> ends = stored().stream()
                .filter(secret -> secret.expiresAt() != null)
                .collect(Collectors.toMap(Stored::text, secret -> Objects.requireNonNull(secret.expiresAt())));
        assertThat(stored())
                .hasSize(5)
                .filteredOn(secret -> secret.expiresAt() == null)
                .hasSize(1);
        assertThat(stored()).extracting(Stored::text).doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.json().path("new_secret").asString())
                .doesNotHaveDuplicates()
                .containsAll(stored().stream().map(Stored::text).toList());
        // Each older one ends no later than the one after it: none gained time.
        List<Instant> newestFirst =
                stored().stream().skip(1).map(secret -> ends.get(secret.text())).toList();
        assertThat(newestFirst).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(newestFirst).allSatisfy(end -> assertThat(end).isBetween(firstEnd, firstEnd.plusSeconds(60)));
    }

    @Test
    void noSecretIsEverShownAgain() {
        rotate();
        String path = "/v1/webhooks/" + id;

        for (Answer answer :
                List.of(client.get(path), client.get("/v1/webhooks"), client.patch(path, "{\"description\": \"x\"}"))) {
            assertThat(answer.is(200).body()).doesNotContain("secret", "whsec_");
        }
    }

    private Answer rotate() {
        Answer answer = client.post("/v1/webhooks/" + id + "/rotate_secret", "").is(200);
        shown.add(answer.json().path("new_secret").asString());
        return answer;
    }

    private Instant endOf(int generation) {
        return api.database()
                .sql("SELECT expires_at FROM endpoint_secret WHERE endpoint_id = ?::uuid AND generation = ?")
                .param(id)
                .param(generation)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<Stored> stored() {
        EndpointId endpoint = EndpointId.parse(id);
        SecretCipher cipher = new SecretCipher(new SecretProperties("k1", Map.of("k1", RunningApi.SECRET_KEY)));
        return api.database()
                .sql("SELECT key_id, sealed, expires_at FROM endpoint_secret WHERE endpoint_id = ?::uuid"
                        + " ORDER BY generation DESC")
                .param(id)
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("sealed");
                    OffsetDateTime end = row.getObject("expires_at", OffsetDateTime.class);
                    return new Stored(
                            cipher.decrypt(new EncryptedSecret(row.getString("key_id"), sealed), endpoint)
                                    .reveal(),
                            sealed,
                            end == null ? null : end.toInstant());
                })
                .list();
    }

    private record Stored(
            String text, byte[] sealed, @Nullable Instant expiresAt) {}
}
