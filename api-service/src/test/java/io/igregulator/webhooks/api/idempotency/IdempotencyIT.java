package io.igregulator.webhooks.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is repeated after a time-out has happened once. */
class IdempotencyIT {
    private static final String ALL = "/v1/webhooks";
    private static final String BODY = "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}";
    private static final String REUSED = "idempotency_key_reused";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void resetClock() {
        api.clock().reset();
    }

    @Test
    void aRepeatedCreationIsAnsweredWithTheSameEndpointAndSecret() {
        Answer first = post(client, ALL, BODY, key).is(201);
        Answer second = post(client, ALL, BODY, key).is(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.json().path("secret").asString()).startsWith("whsec_");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(webhooks(client)).isEqualTo(1);
        assertThat(entries("endpoint.created")).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachIsANewOne() {
        client.post(ALL, BODY).is(201);
        client.post(ALL, BODY).is(201);

        assertThat(webhooks(client)).isEqualTo(2);
    }

    @Test
    void blanksOfABodyAndQuotesOfAKeyMakeNoDifference() {
        Answer first = post(client, ALL, BODY, key).is(201);

        assertThat(post(client, ALL, BODY.replace(" ", ""), "\"" + key + "\"").body())
                .isEqualTo(first.body());
    }

    @Test
    void anotherProcessAndAnotherKeyOfTheAccountKnowItToo() {
        String second = api.operator()
                .post("/operator/v1/accounts/" + customer.accountId() + "/keys", "")
                .json()
                .path("api_key")
                .asString();
        Answer first = post(client, ALL, BODY, key).is(201);

        try (RunningApi other = api.another()) {
            assertThat(post(other.withKey(second), ALL, BODY, key).body()).isEqualTo(first.body());
        }
    }

    @Test
    void anotherAccountsKeysAreItsOwn() {
        Client other = api.customer("enterprise").client();

        Answer first = post(client, ALL, BODY, key).is(201);
        Answer second = post(other, ALL, BODY, key).is(201);

        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        String one = ALL + "/" + post(client, ALL, BODY, key).json().path("id").asString();

        post(client, ALL, BODY.replace("issued", "expired"), key)
                .isError(422, "invalid_query", REUSED)
                .blames("Idempotency-Key");
        post(client, one + "/rotate_secret", "", key).isError(422, "invalid_query", REUSED);
        assertThat(webhooks(client)).isEqualTo(1);
    }

    @Test
    void aRepeatedRotationShowsTheSecretOfTheFirstAndRotatesOnce() {
        String one = ALL + "/" + client.post(ALL, BODY).json().path("id").asString();

        Answer first = post(client, one + "/rotate_secret", "", key).is(200);
        Answer second = post(client, one + "/rotate_secret", "", key).is(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(secrets(one)).isEqualTo(2);
        assertThat(post(client, one + "/rotate_secret", "", key + "x").is(200).body())
                .isNotEqualTo(first.body());
        assertThat(secrets(one)).isEqualTo(3);
    }

    @Test
    void aRepeatedRecoveryIsTheFirst() {
        String one = ALL + "/" + client.post(ALL, BODY).json().path("id").asString();
        String body = "{\"since\": \"2026-01-01T00:00:00Z\"}";

        Answer first = post(client, one + "/recover", body, key).is(202);
        Answer second = post(client, one + "/recover", body, key).is(202);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(client.get(one + "/recoveries").json().path("recoveries")).hasSize(1);
    }

    @Test
    void theOperatorsAccountsAndKeysAreMadeOnce() {
        Client operator = api.operator();
        String account = "{\"name\": \"Acme\", \"plan\": \"pro\"}";

        Answer first = post(operator, "/operator/v1/accounts", account, key).is(201);
        assertThat(post(operator, "/operator/v1/accounts", account, key).is(201).body())
                .isEqualTo(first.body());

        String keys = "/operator/v1/accounts/" + first.json().path("id").asString() + "/keys";
        Answer issued = post(operator, keys, "", key + "k").is(201);
        assertThat(post(operator, keys, "", key + "k").is(201).body()).isEqualTo(issued.body());
        assertThat(operator.get(keys).json().path("keys")).hasSize(1);
        post(operator, keys, "", key).isError(422, "invalid_query", REUSED);
    }

    @Test
    void ofManyAtOnceOneIsDoneAndTheOthersGetItsAnswerOrAreAskedToComeAgain() {
        List<Answer> answers = InParallel.call(12, i -> post(client, ALL, BODY, key));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> answer.isError(409, "invalid_query", "idempotency_in_progress"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::body)
                .containsOnly(post(client, ALL, BODY, key).is(201).body());
        assertThat(webhooks(client)).isEqualTo(1);
    }

    @Test
    void whileTheFirstIsUnderWayARepeatIsRefusedAtOnce() throws SQLException {
        try (Connection connection = api.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM account WHERE id = '" + customer.accountId() + "' FOR UPDATE");
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post(client, ALL, BODY, key));
            await().until(this::oneWaits);

            post(client, ALL, BODY, key)
                    .isError(409, "invalid_query", "idempotency_in_progress")
                    .blames("Idempotency-Key");

            connection.rollback();
            assertThat(post(client, ALL, BODY, key).status()).isIn(201, 409);
            first.join().is(201);
        }
        assertThat(webhooks(client)).isEqualTo(1);
    }

    @Test
    void aRefusedRequestIsEvaluatedAgain() {
        Client small = api.customer("starter").client();
        String taken = small.post(ALL, BODY).json().path("id").asString();

        post(small, ALL, BODY, key).isError(403, "quota_exceeded", "webhook_quota_exceeded");
        small.delete(ALL + "/" + taken).is(204);
        post(small, ALL, BODY, key).is(201);
        post(small, ALL, "{}", key + "x").isError(400, "invalid_query", "missing_required_parameter");
        post(small, ALL, BODY.replace("issued", "expired"), key + "x")
                .isError(403, "quota_exceeded", "webhook_quota_exceeded");
    }

    @Test
    void aRequestThatFailsHalfWayLeavesNothing() {
        // What comes last of a creation is the audit entry.
        api.database()
                .sql("ALTER TABLE audit_entry ADD CONSTRAINT none CHECK (account_id <> '" + customer.accountId()
                        + "') NOT VALID")
                .update();
        try {
            post(client, ALL, BODY, key).isError(500, "server_error", "internal_error");
        } finally {
            api.database().sql("ALTER TABLE audit_entry DROP CONSTRAINT none").update();
        }
        assertThat(webhooks(client)).isZero();

        assertThat(post(client, ALL, BODY, key).is(201).header("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void afterADayTheKeyIsFree() {
        Answer first = post(client, ALL, BODY, key).is(201);

        api.clock().advance(Duration.ofHours(24).minusSeconds(10));
        assertThat(post(client, ALL, BODY, key).body()).isEqualTo(first.body());
        api.clock().advance(Duration.ofSeconds(20));
        Answer later = post(client, ALL, BODY.replace("issued", "expired"), key).is(201);

        assertThat(later.json().path("id")).isNotEqualTo(first.json().path("id"));
        assertThat(webhooks(client)).isEqualTo(2);
    }

    @Test
    void noSecretIsStoredInTheClear() {
        String secret = post(client, ALL, BODY, key).json().path("secret").asString();

        byte[] sealed = api.database()
                .sql("SELECT sealed FROM idempotent_answer WHERE key = ?")
                .param(key)
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(secret, "secret", "93.184");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "\"a", "a\"", "a, b", "a b", "\"a\\b\"", "\u00e9", "\\"})
    void aKeyThatIsNoneIsRefused(String text) {
        post(client, ALL, BODY, text.equals("\u00e9") ? "x".repeat(256) : text)
                .isError(400, "invalid_query", "invalid_input")
                .blames("Idempotency-Key");
        assertThat(webhooks(client)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a, b\"", "\"a \\\"quoted\\\" word\"", "a=b;c/d:e+f~", "\"\\\\\""})
    void aKeyOfAnyPrintableCharactersIsTaken(String text) {
        Answer first = post(client, ALL, BODY, text).is(201);

        assertThat(post(client, ALL, BODY, text).is(201).body()).isEqualTo(first.body());
    }

    @Test
    void twoKeysAreRefused() {
        client.send(
                        "POST",
                        ALL,
                        BodyPublishers.ofString(BODY),
                        request -> request.header("Content-Type", "application/json")
                                .header("Idempotency-Key", "a")
                                .header("Idempotency-Key", "b"))
                .isError(400, "invalid_query", "invalid_input")
                .blames("Idempotency-Key");
    }

    private static Answer post(Client as, String path, String body, String key) {
        return as.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                request -> request.setHeader("Content-Type", "application/json").header("Idempotency-Key", key));
    }

    private static int webhooks(Client of) {
        return of.get(ALL).json().path("webhooks").size();
    }

    private int secrets(String webhook) {
        return api.database()
                .sql("SELECT count(*) FROM endpoint_secret WHERE endpoint_id = ?::uuid")
                .param(webhook.substring(webhook.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    private int entries(String action) {
        return api.operator()
                .get("/operator/v1/audit?account_id=" + customer.accountId() + "&action=" + action)
                .json()
                .path("entries")
                .size();
    }

    private boolean oneWaits() {
        return api.database().sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                """).query(Integer.class).single() > 0;
    }
}
