package io.igregulator.webhooks.api.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WatchlistIT {
    private static final String WATCHLIST = "/v1/watchlist";
    private static final String OPERATORS = "/v1/watchlist/operators";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("pro");
    private final Client client = customer.client();

    @BeforeEach
    void register() {
        api.database().sql("""
                        INSERT INTO operator (slug, id, display_name, country, license_status, jurisdiction_code)
                        SELECT 'known-' || n, 'op-' || n, 'Known ' || n, 'MT', 'active', 'MT-MGA'
                        FROM generate_series(0, 299) n
                        ON CONFLICT DO NOTHING
                        """).update();
    }

    @Test
    void anOperatorIsAddedUnderItsSlugAndShownWithWhatTheRegistryKnows() {
        JsonNode added = add(client, "known-1").is(201).json();

        assertThat(added.propertyNames())
                .containsExactly(
                        "id", "slug", "display_name", "country", "added_at", "license_status", "jurisdiction_code");
        assertThat(added.path("id").asString()).isEqualTo("op-1");
        assertThat(added.path("slug").asString()).isEqualTo("known-1");
        assertThat(added.path("display_name").asString()).isEqualTo("Known 1");
        assertThat(added.path("country").asString()).isEqualTo("MT");
        assertThat(added.path("added_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(added.path("license_status").asString()).isEqualTo("active");
        assertThat(added.path("jurisdiction_code").asString()).isEqualTo("MT-MGA");
        JsonNode list = client.get(WATCHLIST).is(200).json();
        assertThat(list.propertyNames()).containsExactly("count", "limit", "operators");
        assertThat(list.path("count").intValue()).isEqualTo(1);
        assertThat(list.path("limit").intValue()).isEqualTo(250);
        assertThat(list.path("operators")).containsExactly(added);
    }

    @Test
    void addingAgainChangesNothingAndRemovingTwiceIsNotAnError() {
        JsonNode added = add(client, "known-2").is(201).json();
        api.clock().advance(Duration.ofMinutes(1));
        assertThat(add(client, "known-2").is(200).json()).isEqualTo(added);
        api.clock().reset();

        client.delete(OPERATORS + "/known-2").is(204);
        client.delete(OPERATORS + "/known-2").is(204);
        client.delete(OPERATORS + "/never-heard-of").is(204);
        assertThat(client.get(WATCHLIST).json().path("count").intValue()).isZero();
    }

    @Test
    void anUnknownOperatorIsNotFound() {
        add(client, "never-heard-of")
                .isError(404, "not_found", "operator_not_found")
                .blames("operator_slug");
    }

    @Test
    void whatTheOperatorPutThereIsShownBeforeTheRegistryKnowsIt() {
        api.operator()
                .send("PUT", "/operator/v1/accounts/" + customer.accountId() + "/watchlist/not-yet-known", "")
                .is(204);

        JsonNode entry = client.get(WATCHLIST).json().path("operators").path(0);
        assertThat(entry.path("id").asString()).isEqualTo("not-yet-known");
        assertThat(entry.path("display_name").asString()).isEqualTo("not-yet-known");
        assertThat(entry.path("country").isNull()).isTrue();
        assertThat(entry.path("license_status").isNull()).isTrue();
        assertThat(entry.path("jurisdiction_code").isNull()).isTrue();
        add(client, "not-yet-known").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "acme_bets", "-acme", "acme--bets", "%20", "a.b"})
    void whatIsNotASlugIsRefused(String slug) {
        client.delete(OPERATORS + "/" + slug)
                .isError(400, "invalid_slug", "invalid_input")
                .blames("operator_slug");
        add(client, slug).isError(400, "invalid_slug", "invalid_input").blames("operator_slug");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | missing_required_parameter | operator_slug",
                "{\"operator_slug\": null}             | invalid_input | operator_slug",
                "{\"operator_slug\": 7}                | invalid_input | operator_slug",
                "{\"operator_slug\": \"a\", \"x\": 1}  | invalid_input | x"
            })
    void aBodyOfAnotherShapeIsRefused(String body, String reason, String field) {
        client.post(OPERATORS, body).isError(400, "invalid_query", reason).blames(field);
    }

    @ParameterizedTest
    @CsvSource({"starter, 25", "pro, 250"})
    void thePlanSaysHowManyOperatorsMayBeWatched(String plan, int limit) {
        Customer owner = api.customer(plan);
        Client limited = owner.client();
        api.database().sql("""
                        INSERT INTO watchlist_entry (account_id, operator_slug)
                        SELECT ?::uuid, 'known-' || n FROM generate_series(0, ? - 2) n
                        """).params(owner.accountId(), limit).update();
        add(limited, "known-298").is(201);

        add(limited, "known-299")
                .isError(403, "quota_exceeded", "quota_exceeded")
                .blamesNothing();
        add(limited, "never-heard-of").isError(404, "not_found", "operator_not_found");
        add(limited, "known-0").is(200);
        limited.delete(OPERATORS + "/known-0").is(204);
        add(limited, "known-299").is(201);
    }

    @Test
    void aLargePlanHasNoLimit() {
        Client unlimited = api.customer("business").client();

        JsonNode list = unlimited.get(WATCHLIST).json();

        assertThat(list.has("limit")).isTrue();
        assertThat(list.path("limit").isNull()).isTrue();
    }

    @Test
    void ofManyAdditionsAtOnceExactlyAsManySucceedAsThePlanAllows() {
        Client starter = api.customer("starter").client();
        IntStream.range(0, 15).forEach(i -> add(starter, "known-" + i).is(201));

        List<Answer> answers = InParallel.call(20, i -> add(starter, "known-" + (100 + i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.isError(403, "quota_exceeded", "quota_exceeded"));
        assertThat(starter.get(WATCHLIST).json().path("count").intValue()).isEqualTo(25);
    }

    @Test
    void aLongWatchlistIsPagedNewestFirst() {
        for (int i = 0; i < 60; i++) {
            add(client, "known-" + i).is(201);
        }

        JsonNode newest = client.get(WATCHLIST).json();
        assertThat(newest.path("count").intValue()).isEqualTo(60);
        assertThat(slugs(newest)).hasSize(50).startsWith("known-59", "known-58").doesNotContain("known-9");
        JsonNode page = client.get(OPERATORS + "?limit=7&offset=50").is(200).json();
        assertThat(page.path("count").intValue()).isEqualTo(60);
        assertThat(page.path("limit").intValue()).isEqualTo(7);
        assertThat(page.path("offset").intValue()).isEqualTo(50);
        assertThat(slugs(page))
                .containsExactly("known-9", "known-8", "known-7", "known-6", "known-5", "known-4", "known-3");
        assertThat(slugs(client.get(OPERATORS).json())).isEqualTo(slugs(newest));
        assertThat(slugs(client.get(OPERATORS + "?offset=60").json())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=501, limit",
        "limit=x, limit",
        "limit=, limit",
        "limit=-1, limit",
        "limit=1&limit=2, limit",
        "limit=99999999999999999999, limit",
        "offset=-1, offset",
        "offset=1.5, offset",
        "offset=1000001, offset"
    })
    void aPageThatCannotBeIsRefused(String query, String field) {
        client.get(OPERATORS + "?" + query)
                .isError(400, "invalid_pagination", "invalid_input")
                .blames(field);
    }

    @Test
    void accountsDoNotSeeEachOthersWatchlists() {
        add(client, "known-3").is(201);
        Client other = api.customer("pro").client();

        other.delete(OPERATORS + "/known-3").is(204);

        assertThat(other.get(WATCHLIST).json().path("count").intValue()).isZero();
        assertThat(client.get(WATCHLIST).json().path("count").intValue()).isEqualTo(1);
        api.anonymous().get(WATCHLIST).isError(401, "auth_required", "api_key_missing");
    }

    private static Answer add(Client client, String slug) {
        return client.post(OPERATORS, "{\"operator_slug\": \"" + slug + "\"}");
    }

    private static List<String> slugs(JsonNode list) {
        return list.path("operators")
                .valueStream()
                .map(operator -> operator.path("slug").asString())
                .toList();
    }
}
