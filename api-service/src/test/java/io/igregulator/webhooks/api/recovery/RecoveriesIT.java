package io.igregulator.webhooks.api.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecoveriesIT {
    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();
    private final String webhook =
            "/v1/webhooks/" + client.post("/v1/webhooks", """
                            {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").json().path("id").asString();
    private final Instant now = api.clock().instant();

    @Test
    void aRecoveryIsWrittenDownAndShownUntilItIsDone() {
        Answer answer = recover("{\"since\": \"" + now.minusSeconds(60) + "\"}").is(202);

        JsonNode recovery = answer.json();
        assertThat(recovery.propertyNames())
                .containsExactly(
                        "id",
                        "webhook_id",
                        "status",
                        "what",
                        "dry_run",
                        "since",
                        "until",
                        "found",
                        "resent",
                        "sent",
                        "skipped",
                        "created_at",
                        "finished_at");
        assertThat(recovery.path("what").toString()).isEqualTo("[\"failed\"]");
        assertThat(recovery.path("status").asString()).isEqualTo("queued");
        assertThat(recovery.path("found").asInt()).isZero();
        assertThat(recovery.path("finished_at").isNull()).isTrue();
        assertThat(time(recovery, "until")).isBetween(now.minusMillis(1), now.plusSeconds(60));
        String path = webhook + "/recoveries/" + recovery.path("id").asString();
        assertThat(answer.header("Location")).isEqualTo(path);

        api.database()
                .sql("UPDATE recovery SET status = 'done', resent = 5, skipped = 2, finished_at = now() WHERE id = ?")
                .param(UUID.fromString(recovery.path("id").asString()))
                .update();

        JsonNode done = client.get(path).is(200).json();
        assertThat(done.path("status").asString()).isEqualTo("done");
        assertThat(done.path("found").asInt()).isEqualTo(7);
        assertThat(done.path("finished_at").isNull()).isFalse();
        assertThat(client.get(webhook + "/recoveries").is(200).json().path("recoveries"))
                .containsExactly(done);
    }

    @Test
    void aSpanReachesNeitherBeyondHistoryNorIntoTheFuture() {
        JsonNode recovery = recover("""
                {"since": "2001-01-01T00:00:00+01:00", "until": "2999-01-01T00:00:00Z"}""").is(202).json();

        assertThat(time(recovery, "since"))
                .isBetween(now.minus(Duration.ofDays(30)).minusMillis(1), now.minus(Duration.ofDays(29)));
        assertThat(time(recovery, "until")).isBetween(now.minusMillis(1), now.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{}|missing_required_parameter|since",
                "{'since': null}|invalid_input|since",
                "{'since': 5}|invalid_input|since",
                "{'since': 'yesterday'}|invalid_input|since",
                "{'since': '2026-11-21T10:00:00'}|invalid_input|since",
                "{'since': '2999-01-01T00:00:00Z'}|invalid_input|since",
                "{'since': '2001-01-01T00:00:00Z', 'until': '2001-01-02T00:00:00Z'}|invalid_input|since",
                "{'since': '2026-01-01T00:00:00Z', 'until': null}|invalid_input|until",
                "{'since': '2026-01-01T00:00:00Z', 'until': []}|invalid_input|until",
                "{'since': '2026-01-01T00:00:00Z', 'to': 1}|invalid_input|to",
                "{'since': '2026-01-01T00:00:00Z', 'what': []}|invalid_input|what",
                "{'since': '2026-01-01T00:00:00Z', 'what': 'missed'}|invalid_input|what",
                "{'since': '2026-01-01T00:00:00Z', 'what': ['missed', 'pending']}|invalid_input|what",
                "{'since': '2026-01-01T00:00:00Z', 'what': null}|invalid_input|what",
                "{'since': '2026-01-01T00:00:00Z', 'webhooks': []}|invalid_input|webhooks",
            })
    void whatIsNotASpanIsRefusedByName(String body, String reason, String field) {
        recover(body.replace('\'', '"')).isError(400, "invalid_query", reason).blames(field);
    }

    @Test
    void aSpanOlderThanHistoryIsRefusedWithHistorysLength() {
        JsonNode refusal =
                recover("""
                        {"since": "2001-01-01T00:00:00Z", "until": "2001-01-02T00:00:00Z"}""").isError(400, "invalid_query", "invalid_input").json();

        assertThat(refusal.path("error").asString()).isEqualTo("the span lies more than 30 days back");
        assertThat(refusal.at("/details/suggestion").asString()).contains("30 days", "'until'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-01-01T00:00:00+0000",
                "2001-01-01T00:00:00.1234567890123-0530",
                "2016-12-31T23:59:60Z",
                "2001-01-01t00:00:00z"
            })
    void aTimeMayBeWrittenInEveryWayThatTheSchemaAllows(String since) {
        recover("{\"since\": \"" + since + "\"}").is(202);
    }

    @Test
    void onlySoManyQueueUp() {
        String body = "{\"since\": \"" + now.minusSeconds(60) + "\"}";
        for (int i = 0; i < 10; i++) {
            recover(body).is(202);
        }

        recover(body).isError(409, "invalid_query", "too_many_recoveries");
    }

    @Test
    void otherAccountsDoNotSeeThem() {
        Answer mine = recover("{\"since\": \"" + now.minusSeconds(60) + "\"}").is(202);
        Client other = api.customer("pro").client();

        other.post(webhook + "/recover", "{\"since\": \"" + now.minusSeconds(60) + "\"}")
                .isError(404, "not_found", "webhook_not_found");
        other.get(webhook + "/recoveries").isError(404, "not_found", "webhook_not_found");
        other.get(mine.header("Location")).isError(404, "not_found", "webhook_not_found");
        client.get(webhook + "/recoveries/" + UUID.randomUUID()).isError(404, "not_found", "recovery_not_found");
        client.get(webhook + "/recoveries/nonsense").isError(404, "not_found", "recovery_not_found");
    }

    @Test
    void missedEventsAreAskedForByName() {
        JsonNode both = recover("{\"since\": \"" + now.minusSeconds(60) + "\", \"what\": [\"missed\", \"failed\"]}")
                .is(202)
                .json();
        JsonNode missed = recover("{\"since\": \"" + now.minusSeconds(60) + "\", \"what\": [\"missed\"]}")
                .is(202)
                .json();

        assertThat(both.path("what").toString()).isEqualTo("[\"failed\",\"missed\"]");
        assertThat(both.path("webhook_id").asString()).isEqualTo(webhook.substring("/v1/webhooks/".length()));
        assertThat(missed.path("what").toString()).isEqualTo("[\"missed\"]");
        assertThat(missed.path("dry_run").asBoolean()).isFalse();
    }

    @Test
    void aDryRunIsARecoveryThatLeavesNoAuditEntry() {
        long before = auditEntries();

        JsonNode dryRun = client.post(
                        webhook + "/recover?dry_run=true", "{\"since\": \"" + now.minusSeconds(60) + "\"}")
                .is(202)
                .json();

        assertThat(dryRun.path("dry_run").asBoolean()).isTrue();
        assertThat(auditEntries()).isEqualTo(before);
        client.post(webhook + "/recover?dry_run=yes", "{\"since\": \"" + now.minusSeconds(60) + "\"}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("dry_run");
        client.post(webhook + "/recover?dry=true", "{\"since\": \"" + now.minusSeconds(60) + "\"}")
                .isError(400, "invalid_query", "invalid_input")
                .blames("dry");
    }

    @Test
    void anAccountRecoversAllActiveWebhooksOrThoseThatItNames() {
        String inactive = create();
        client.patch("/v1/webhooks/" + inactive, "{\"active\": false}").is(200);
        String second = create();

        assertThat(webhooks("{\"since\": \"" + now.minusSeconds(60) + "\", \"what\": [\"missed\"]}"))
                .containsExactlyInAnyOrder(webhook.substring("/v1/webhooks/".length()), second);
        assertThat(webhooks(naming(inactive))).containsExactly(inactive);
        assertThat(webhooks(naming(second + "\", \"" + second))).containsExactly(second);
    }

    @Test
    void anAccountRecoversEachWebhookOrNone() {
        String second = create();
        String others = api.customer("pro")
                .client()
                .post("/v1/webhooks", "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"license.issued\"]}")
                .json()
                .path("id")
                .asString();

        for (String unknown : new String[] {others, UUID.randomUUID().toString(), "nonsense"}) {
            client.post("/v1/recover", naming(second + "\", \"" + unknown))
                    .isError(404, "not_found", "webhook_not_found");
        }
        assertThat(client.get("/v1/webhooks/" + second + "/recoveries")
                        .is(200)
                        .json()
                        .path("recoveries"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{}|missing_required_parameter|since",
                "{'since': '2999-01-01T00:00:00Z'}|invalid_input|since",
                "{'since': '2026-01-01T00:00:00Z', 'until': '2026-01-01T00:00:00Z'}|invalid_input|since",
                "{'since': '2026-01-01T00:00:00Z', 'what': []}|invalid_input|what",
                "{'since': '2026-01-01T00:00:00Z', 'webhooks': []}|invalid_input|webhooks",
                "{'since': '2026-01-01T00:00:00Z', 'webhooks': [1]}|invalid_input|webhooks",
                "{'since': '2026-01-01T00:00:00Z', 'webhook': []}|invalid_input|webhook",
            })
    void whatAnAccountCannotRecoverIsRefusedByName(String body, String reason, String field) {
        client.post("/v1/recover", body.replace('\'', '"'))
                .isError(400, "invalid_query", reason)
                .blames(field);
    }

    private String create() {
        return client.post(
                        "/v1/webhooks", "{\"url\": \"https://93.184.216.34/hook\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private String naming(String webhooks) {
        return "{\"since\": \"" + now.minusSeconds(60) + "\", \"webhooks\": [\"" + webhooks + "\"]}";
    }

    private List<String> webhooks(String body) {
        return client.post("/v1/recover", body)
                .is(202)
                .json()
                .path("recoveries")
                .valueStream()
                .map(recovery -> recovery.path("webhook_id").asString())
                .toList();
    }

    private long auditEntries() {
        return api.database()
                .sql("SELECT count(*) FROM audit_entry WHERE action = 'recovery.started'")
                .query(Long.class)
                .single();
    }

    private Answer recover(String body) {
        return client.post(webhook + "/recover", body);
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString());
    }
}
