package io.igregulator.webhooks.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every change leaves an entry, every entry belongs to a change, and no entry shows a secret. */
class AuditLogIT {
    private static final String ENDPOINT = """
            {"url": "https://93.184.216.34/hook/%s?token=%s", "events": ["license.issued"], "description": "%s"}""";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();
    private final String account = "/operator/v1/accounts/" + customer.accountId();

    @AfterEach
    void allowEntriesAgain() {
        api.database()
                .sql("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS refuse")
                .update();
    }

    @Test
    void everyChangeLeavesOneEntry() {
        everyChange();

        assertThat(actions())
                .containsExactly(
                        "account.created",
                        "key.issued",
                        "endpoint.created",
                        "endpoint.updated",
                        "secret.rotated",
                        "secret.revoked",
                        "endpoint.deleted",
                        "watchlist.added",
                        "watchlist.removed",
                        "account.updated",
                        "key.issued",
                        "key.revoked");
    }

    @Test
    void whatChangesNothingLeavesNoEntry() {
        String path = create("a", "b", "c");
        operator.send("PUT", account + "/watchlist/acme-bets", "").is(204);
        operator.delete(account + "/keys/" + customer.keyId()).is(204);
        List<String> before = actions();

        operator.patch(account, "{\"plan\": \"pro\"}").is(200);
        operator.send("PUT", account + "/watchlist/acme-bets", "").is(204);
        operator.delete(account + "/watchlist/other-bets").is(204);
        operator.delete(account + "/keys/" + customer.keyId()).is(204);
        Client other = api.withKey(issueKey());
        other.patch(path, "{\"active\": true}").is(200);
        other.post(path + "/revoke_secrets", "").is(200);
        other.post(path + "/rotate_secret/no", "").is(404);
        other.post("/v1/webhooks", "{}").is(400);

        before.add("key.issued");
        assertThat(actions()).isEqualTo(before);
    }

    @Test
    void anEntrySaysWhoWhatWhenAndFromWhere() {
        String path = create("a", "b", "c");

        JsonNode entry = entries("").path(0);

        assertThat(entry.propertyNames())
                .containsExactly("id", "at", "account_id", "actor", "action", "target", "changes");
        assertThat(entry.path("at").asString()).matches(".*\\.\\d{3}Z");
        assertThat(entry.path("account_id").asString()).isEqualTo(customer.accountId());
        assertThat(entry.path("actor").toString())
                .isEqualTo("{\"type\":\"api_key\",\"key_id\":\"" + customer.keyId()
                        + "\",\"remote_address\":\"127.0.0.1\"}");
        assertThat(path).endsWith(entry.path("target").asString());
        assertThat(entry.path("changes")).isEqualTo(json("""
                {"url":{"to":"93.184.216.34"},"description":{},"events":{"to":["license.issued"]},\
                "watchlist_only":{"to":true}}"""));
    }

    @Test
    void anOperatorsChangeIsTheOperatorsAndShowsWhatItWasBefore() {
        operator.patch(account, "{\"plan\": \"business\", \"requests_per_second\": null, \"suspended\": true}")
                .is(200);

        JsonNode entry = entries("").path(0);

        assertThat(entry.path("actor").path("type").asString()).isEqualTo("operator");
        assertThat(entry.path("actor").path("key_id").isNull()).isTrue();
        assertThat(entry.path("changes")).isEqualTo(json("""
                {"plan":{"from":"pro","to":"business"},"requests_per_second":{"from":10000},\
                "suspended":{"from":false,"to":true}}"""));
    }

    @Test
    void aForwardedAddressIsBelievedOfATrustedProxyAlone() {
        try (RunningApi behindProxy = RunningApi.with(Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies", "127.0.0.0/8"))) {
            assertThat(addressOfCreation(api)).isEqualTo("127.0.0.1");
            assertThat(addressOfCreation(behindProxy)).isEqualTo("203.0.113.7");
        }
    }

    @Test
    void noSecretKeyOrCredentialIsInAnyEntry() {
        List<String> hidden = everyChange();

        String written = api.database()
                .sql("SELECT string_agg(entry::text, chr(10)) FROM audit_entry entry")
                .query(String.class)
                .single();
        String read = operator.get("/operator/v1/audit?limit=200").is(200).body();

        assertThat(hidden).hasSizeGreaterThan(6);
        for (String text : hidden) {
            assertThat(written).doesNotContain(text);
            assertThat(read).doesNotContain(text);
        }
        assertThat(written).doesNotContain("whsec_", "igk_", RunningApi.OPERATOR_TOKEN, RunningApi.SECRET_KEY);
    }

    @Test
    void withoutItsEntryNoChangeIsMade() {
        String path = create("a", "b", "c");
        client.post(path + "/rotate_secret", "").is(200);
        String before = state();
        api.database()
                .sql("ALTER TABLE audit_entry ADD CONSTRAINT refuse CHECK (id < 0) NOT VALID")
                .update();

        List<Answer> answers = List.of(
                client.post("/v1/webhooks", ENDPOINT.formatted("x", "y", "z")),
                client.patch(path, "{\"active\": false}"),
                client.post(path + "/rotate_secret", ""),
                client.post(path + "/revoke_secrets", ""),
                client.delete(path),
                operator.post("/operator/v1/accounts", "{\"name\": \"Other\", \"plan\": \"pro\"}"),
                operator.patch(account, "{\"plan\": \"business\"}"),
                operator.post(account + "/keys", ""),
                operator.delete(account + "/keys/" + customer.keyId()),
                operator.send("PUT", account + "/watchlist/acme-bets", ""));

        assertThat(answers).allSatisfy(answer -> answer.isError(500, "server_error", "internal_error"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void entriesAreNeitherChangedNorRemoved() {
        for (String statement :
                List.of("UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> api.database().sql(statement).update()).hasMessageContaining("append only");
        }
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        everyChange();
        List<String> whole = new ArrayList<>();
        entries("&limit=200").forEach(entry -> whole.add(entry.path("id").asString()));

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get("/operator/v1/audit?limit=5&account_id=" + customer.accountId() + cursor)
                    .is(200)
                    .json();
            assertThat(page.path("entries").size()).isBetween(1, 5);
            page.path("entries").forEach(entry -> paged.add(entry.path("id").asString()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSize(12);
        assertThat(whole.stream().map(Long::parseLong).toList()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void entriesAreFoundByActionToo() {
        everyChange();

        JsonNode found = entries("&action=key.issued");

        assertThat(found)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("action").asString()).isEqualTo("key.issued"));
    }

    @Test
    void entriesAreFoundByWhatWasChangedAndByTheKeyThatChangedIt() {
        String path = create("a", "b", "c");
        String endpoint = path.substring("/v1/webhooks/".length());
        String other = create("a", "b", "c").substring("/v1/webhooks/".length());
        client.patch(path, "{\"active\": false}").is(200);
        operator.patch(account, "{\"plan\": \"business\"}").is(200);

        assertThat(found("target=" + endpoint)).containsExactly("endpoint.updated", "endpoint.created");
        assertThat(found("target=" + other)).containsExactly("endpoint.created");
        assertThat(found("target=" + UUID.randomUUID())).isEmpty();
        assertThat(found("key_id=" + customer.keyId()))
                .containsExactly("endpoint.updated", "endpoint.created", "endpoint.created");
        assertThat(found("key_id=" + customer.keyId() + "&action=endpoint.updated"))
                .containsExactly("endpoint.updated");
        assertThat(found("key_id=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void entriesOfASpanHaveItsBeginningAndNotItsEnd() {
        String path = create("a", "b", "c");
        String target = "&target=" + path.substring("/v1/webhooks/".length());
        client.patch(path, "{\"active\": false}").is(200);
        JsonNode entries = entries(target);
        String first = entries.path(1).path("at").asString();
        // The time is stored to the microsecond and shown to the millisecond.
        String afterLast = Instant.parse(entries.path(0).path("at").asString())
                .plusMillis(1)
                .toString();

        assertThat(found("since=" + first + target)).containsExactly("endpoint.updated", "endpoint.created");
        assertThat(found("until=" + afterLast + target)).containsExactly("endpoint.updated", "endpoint.created");
        assertThat(found("since=" + first + "&until=" + afterLast + target)).hasSize(2);
        assertThat(found("until=" + first + target)).isEmpty();
        assertThat(found("since=" + afterLast + target)).isEmpty();
        assertThat(found("since=-999999999-01-01T00:00:00Z&until=%2B999999999-01-01T00:00:00Z" + target))
                .hasSize(2);
    }

    @Test
    void pagesOfAFilterHaveNothingElse() {
        String path = create("a", "b", "c");
        String target = "target=" + path.substring("/v1/webhooks/".length());
        create("a", "b", "c");
        client.patch(path, "{\"active\": false}").is(200);
        create("a", "b", "c");

        JsonNode first =
                operator.get("/operator/v1/audit?limit=1&" + target).is(200).json();
        JsonNode second = operator.get("/operator/v1/audit?limit=1&" + target + "&cursor="
                        + first.path("next_cursor").asString())
                .is(200)
                .json();

        assertThat(first.path("entries").path(0).path("action").asString()).isEqualTo("endpoint.updated");
        assertThat(second.path("entries").path(0).path("action").asString()).isEqualTo("endpoint.created");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "target=, invalid_query, target",
        "target=a%20b, invalid_query, target",
        "target=%C3%A9, invalid_query, target",
        "key_id=7, invalid_query, key_id",
        "since=yesterday, invalid_query, since",
        "since=2026-11-20, invalid_query, since",
        "until=, invalid_query, until",
        "since=2026-11-20T10:00:00Z&until=2026-11-20T10:00:00Z, invalid_query, since",
        "account_id=7, invalid_query, account_id",
        "account_id=, invalid_query, account_id",
        "action=endpoint, invalid_query, action",
        "action=%00, invalid_query, action",
        "limit=0, invalid_pagination, limit",
        "limit=201, invalid_pagination, limit",
        "limit=99999999999, invalid_pagination, limit",
        "limit=x, invalid_pagination, limit",
        "cursor=x, invalid_pagination, cursor",
        "cursor=-1, invalid_pagination, cursor",
        "cursor=99999999999999999999, invalid_pagination, cursor"
    })
    void aParameterThatIsNotValidIsRefused(String query, String code, String field) {
        operator.get("/operator/v1/audit?" + query)
                .isError(400, code, "invalid_input")
                .blames(field);
    }

    @Test
    void integratorsDoNotReadIt() {
        client.get("/operator/v1/audit").isError(404, "not_found", "route_not_found");
        operator.authorization("Bearer " + customer.key())
                .get("/operator/v1/audit")
                .isError(401, "auth_invalid", "api_key_invalid");
    }

    /** @return all that must not be recorded: keys, secrets, and what a URL and a description may hide */
    private List<String> everyChange() {
        List<String> hidden = new ArrayList<>(List.of(customer.key()));
        String inPath = "path-" + UUID.randomUUID();
        String inQuery = "query-" + UUID.randomUUID();
        String inText = "text-" + UUID.randomUUID();
        Answer created = client.post("/v1/webhooks", ENDPOINT.formatted(inPath, inQuery, inText))
                .is(201);
        String path = "/v1/webhooks/" + created.json().path("id").asString();
        hidden.addAll(
                List.of(inPath, inQuery, inText, created.json().path("secret").asString()));
        client.patch(path, ENDPOINT.formatted(inPath + "2", inQuery + "2", inText + "2"))
                .is(200);
        hidden.add(client.post(path + "/rotate_secret", "")
                .is(200)
                .json()
                .path("new_secret")
                .asString());
        client.post(path + "/revoke_secrets", "").is(200);
        client.delete(path).is(204);
        operator.send("PUT", account + "/watchlist/acme-bets", "").is(204);
        operator.delete(account + "/watchlist/acme-bets").is(204);
        operator.patch(account, "{\"plan\": \"business\"}").is(200);
        hidden.add(issueKey());
        operator.delete(account + "/keys/" + customer.keyId()).is(204);
        return hidden;
    }

    private String issueKey() {
        return operator.post(account + "/keys", "")
                .is(201)
                .json()
                .path("api_key")
                .asString();
    }

    private String create(String inPath, String inQuery, String description) {
        return "/v1/webhooks/"
                + client.post("/v1/webhooks", ENDPOINT.formatted(inPath, inQuery, description))
                        .is(201)
                        .json()
                        .path("id")
                        .asString();
    }

    private JsonNode entries(String further) {
        return operator.get("/operator/v1/audit?account_id=" + customer.accountId() + further)
                .is(200)
                .json()
                .path("entries");
    }

    private List<String> found(String query) {
        List<String> actions = new ArrayList<>();
        operator.get("/operator/v1/audit?" + query)
                .is(200)
                .json()
                .path("entries")
                .forEach(entry -> actions.add(entry.path("action").asString()));
        return actions;
    }

    /** Of this test's account, oldest first. */
    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        entries("&limit=200")
                .forEach(entry -> actions.addFirst(entry.path("action").asString()));
        return actions;
    }

    /** All that a change of this account could have left behind. */
    private String state() {
        return api.database().sql("""
                        SELECT concat_ws('|',
                            (SELECT string_agg(a::text, ',' ORDER BY a.id) FROM account a),
                            (SELECT string_agg(k.id || coalesce(k.revoked_at::text, ''), ',' ORDER BY k.id) FROM api_key k),
                            (SELECT string_agg(e::text, ',' ORDER BY e.id) FROM endpoint e),
                            (SELECT string_agg(s::text, ',' ORDER BY s.endpoint_id, s.generation) FROM endpoint_secret s),
                            (SELECT string_agg(w::text, ',' ORDER BY w.account_id, w.operator_slug) FROM watchlist_entry w),
                            (SELECT count(*) FROM outbox))
                        """).query(String.class).single();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String addressOfCreation(RunningApi running) {
        Customer someone = running.customer("pro");
        someone.client()
                .send(
                        "POST",
                        "/v1/webhooks",
                        BodyPublishers.ofString(ENDPOINT.formatted("a", "b", "c")),
                        request -> request.header("Content-Type", "application/json")
                                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.7"))
                .is(201);
        return running.operator()
                .get("/operator/v1/audit?account_id=" + someone.accountId())
                .json()
                .path("entries")
                .path(0)
                .path("actor")
                .path("remote_address")
                .asString();
    }
}
