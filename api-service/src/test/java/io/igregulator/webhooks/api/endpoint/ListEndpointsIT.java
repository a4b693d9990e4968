package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages and filters of an account's webhooks. */
class ListEndpointsIT {
    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();

    @Test
    void pagesHoldEachOnceAndOldestFirst() {
        List<String> all = IntStream.range(0, 5)
                .mapToObj(number -> create("license.issued"))
                .toList();

        assertThat(pages("limit=2")).isEqualTo(List.of(all.subList(0, 2), all.subList(2, 4), all.subList(4, 5)));
        assertThat(pages("limit=5")).isEqualTo(List.of(all));
        assertThat(pages("limit=200")).isEqualTo(List.of(all));
    }

    @Test
    void aPageOfManyBatchesIsThatOfTheList() {
        api.database().sql("""
                        INSERT INTO endpoint (id, account_id, url, events, created_at)
                        SELECT gen_random_uuid(), ?::uuid, 'https://hooks.example.com/' || n, '{license.issued}',
                            now() - interval '1 day' + (n / 10) * interval '1 microsecond'
                        FROM generate_series(1, 230) AS n
                        """).param(customer.accountId()).update();
        List<String> all = ids("");

        List<List<String>> pages = pages("limit=101");

        assertThat(pages).extracting(List::size).containsExactly(101, 101, 28);
        assertThat(pages.stream().flatMap(List::stream)).isEqualTo(all);
    }

    @Test
    void onlyAPageHasACursor() {
        create("license.issued");

        assertThat(list("").propertyNames()).containsExactly("webhooks");
        assertThat(list("active=true").propertyNames()).containsExactly("webhooks");
        JsonNode page = list("limit=1");
        assertThat(page.propertyNames()).containsExactly("webhooks", "next_cursor");
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void aCursorWithoutALimitLeadsToAPage() {
        create("license.issued");
        String second = create("license.issued");
        String cursor = list("limit=1").path("next_cursor").asString();

        JsonNode page = list("cursor=" + cursor);

        assertThat(ids(page)).containsExactly(second);
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void whatIsCreatedOrDeletedInBetweenMovesNothing() {
        String first = create("license.issued");
        String second = create("license.issued");
        String cursor = list("limit=1").path("next_cursor").asString();
        String third = create("license.issued");
        client.delete("/v1/webhooks/" + first).is(204);

        assertThat(ids(list("cursor=" + cursor))).containsExactly(second, third);
    }

    @Test
    void activeOnesAndOthers() {
        String active = create("license.issued");
        String paused = create("license.issued");
        client.patch("/v1/webhooks/" + paused, "{\"active\": false}").is(200);

        assertThat(ids("active=true")).containsExactly(active);
        assertThat(ids("active=false")).containsExactly(paused);
    }

    @Test
    void thoseThatSubscribeToATypeByItsNameOrByAWildcard() {
        String name = create("license.issued");
        String family = create("license.*");
        String all = create("*");
        String other = create("license.expired");
        String notices = create("webhook.*");

        assertThat(ids("event=license.issued")).containsExactly(name, family, all);
        assertThat(ids("event=license.expired")).containsExactly(family, all, other);
        assertThat(ids("event=webhook.endpoint_disabled")).containsExactly(all, notices);
    }

    @Test
    void thoseWhoseNameOrUrlContainsAText() {
        String named = create("{\"name\": \"Licence Desk\", \"url\": \"https://93.184.216.34/a\"}", "license.issued");
        String byUrl = create("{\"url\": \"https://93.184.216.34/LICENCE\"}", "license.issued");
        create("{\"url\": \"https://93.184.216.34/b\"}", "license.issued");

        assertThat(ids("q=licence")).containsExactly(named, byUrl);
        assertThat(ids("q=e%20DESK")).containsExactly(named);
        assertThat(ids("q=%25")).as("not a pattern").isEmpty();
    }

    @Test
    void allFiltersApplyAndPagesFollowThem() {
        List<String> wanted = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            wanted.add(create("{\"name\": \"desk\", \"url\": \"https://93.184.216.34/\"}", "coverage.*"));
            create("{\"name\": \"desk\", \"url\": \"https://93.184.216.34/\"}", "license.*");
            create("{\"name\": \"other\", \"url\": \"https://93.184.216.34/\"}", "coverage.*");
        }
        String query = "q=desk&event=coverage.degraded&active=true";

        assertThat(ids(query)).isEqualTo(wanted);
        assertThat(pages(query + "&limit=2")).isEqualTo(List.of(wanted.subList(0, 2), wanted.subList(2, 3)));
    }

    @Test
    void theOperatorReadsTheSamePages() {
        create("license.*");
        create("license.issued");
        create("coverage.*");
        String operators = "/operator/v1/accounts/" + customer.accountId() + "/webhooks?";

        for (String query : List.of("limit=1", "event=license.issued", "active=false", "q=93.184")) {
            assertThat(api.operator().get(operators + query).is(200).body())
                    .isEqualTo(client.get("/v1/webhooks?" + query).is(200).body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active=yes, invalid_query, active",
        "active=, invalid_query, active",
        "event=license.*, invalid_query, event",
        "event=license.lost, invalid_query, event",
        "q=, invalid_query, q",
        "q=%00, invalid_query, q",
        "url=x, invalid_query, url",
        "limit=0, invalid_pagination, limit",
        "limit=201, invalid_pagination, limit",
        "cursor=, invalid_pagination, cursor",
        "cursor=abc, invalid_pagination, cursor",
    })
    void whatIsNotValidIsRefused(String query, String code, String field) {
        for (Client each : List.of(client, api.operator())) {
            String path = each == client ? "/v1" : "/operator/v1/accounts/" + customer.accountId();
            each.get(path + "/webhooks?" + query)
                    .isError(400, code, "invalid_input")
                    .blames(field);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1000})
    void aTextIsNotLongerThanAnyoneNeeds(int length) {
        client.get("/v1/webhooks?q=" + "x".repeat(length))
                .isError(400, "invalid_query", "invalid_input")
                .blames("q");
    }

    private String create(String event) {
        return create("{\"url\": \"https://93.184.216.34/hook\"}", event);
    }

    private String create(String fields, String event) {
        return client.post("/v1/webhooks", fields.replace("}", ", \"events\": [\"" + event + "\"]}"))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private List<List<String>> pages(String query) {
        List<List<String>> pages = new ArrayList<>();
        JsonNode page = list(query);
        pages.add(ids(page));
        while (!page.path("next_cursor").isNull()) {
            page = list(query + "&cursor=" + page.path("next_cursor").asString());
            pages.add(ids(page));
        }
        return pages;
    }

    private List<String> ids(String query) {
        return ids(list(query));
    }

    private JsonNode list(String query) {
        return client.get("/v1/webhooks?" + query).is(200).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("webhooks")
                .valueStream()
                .map(webhook -> webhook.path("id").asString())
                .toList();
    }
}
