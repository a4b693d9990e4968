package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FindAccountsIT {
    private static final String ACCOUNTS = "/operator/v1/accounts";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();

    /** Other tests' accounts are in the same database. */
    private final String mark = "Q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anAccountIsFoundByTheBeginningOfItsNameInAnyCase() {
        String acme = create(mark + " Acme Affiliates");
        create("The " + mark);

        assertThat(names(find(mark))).containsExactly(mark + " Acme Affiliates");
        assertThat(names(find(mark.toLowerCase(Locale.ROOT) + " aCME"))).containsExactly(mark + " Acme Affiliates");
        assertThat(names(find(mark + " Affiliates"))).isEmpty();
        assertThat(find(mark).path(0))
                .isEqualTo(operator.get(ACCOUNTS + "/" + acme).json());
    }

    @Test
    void anAccountIsFoundByItsId() {
        String id = create(mark);

        assertThat(names(find(id))).containsExactly(mark);
        assertThat(names(find(id.toUpperCase(Locale.ROOT)))).containsExactly(mark);
        assertThat(find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void charactersOfAPatternAreCharactersOfAName() {
        create(mark + "_a%");
        create(mark + "xay");

        assertThat(names(find(mark + "_"))).containsExactly(mark + "_a%");
        assertThat(names(find(mark + "_a%"))).containsExactly(mark + "_a%");
        assertThat(names(find(mark + "%"))).isEmpty();
    }

    @Test
    void namesOfAllLanguagesAreFound() {
        String whole = mark + "\uD83C\uDFB0".repeat(190);
        create(whole);
        create(mark + "\uDBFF\uDFFF!");

        assertThat(names(find(mark + "\uD83C\uDFB0\uD83C\uDFB0"))).containsExactly(whole);
        assertThat(names(find(whole))).containsExactly(whole);
        assertThat(find(mark)).hasSize(2);
    }

    @Test
    void pagesFollowEachOtherByNameAndThenById() {
        for (String name : List.of("b", "A", "c", "a", "B", "a")) {
            create(mark + name);
        }
        List<String> whole = ids(find(mark));

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get(ACCOUNTS + "?limit=2&q=" + mark + cursor)
                    .is(200)
                    .json();
            assertThat(page.path("accounts").size()).isEqualTo(2);
            paged.addAll(ids(page.path("accounts")));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSize(6).doesNotHaveDuplicates();
        assertThat(names(find(mark)).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .isSorted();
    }

    @Test
    void withoutAQueryAllAreListed() {
        create(mark);

        JsonNode page = operator.get(ACCOUNTS + "?limit=1").is(200).json();

        assertThat(page.path("accounts")).hasSize(1);
    }

    /** Of a table as small as the tests' the planner would rather read the whole: it is asked whether the index can serve. */
    @Test
    void aPageIsReadByTheIndex() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = api.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");
            try (ResultSet lines = statement.executeQuery("""
                    EXPLAIN SELECT * FROM account
                    WHERE lower(name) COLLATE "C" >= 'acme' AND lower(name) COLLATE "C" <= 'acme~'
                      AND (lower(name) COLLATE "C", id) > ('acme', '00000000-0000-0000-0000-000000000000'::uuid)
                    ORDER BY lower(name) COLLATE "C", id LIMIT 50
                    """)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }

        assertThat(plan).contains("Index Scan using account_name").doesNotContain("Sort");
    }

    @ParameterizedTest
    @CsvSource({
        "q=, invalid_query, q",
        "q=%00, invalid_query, q",
        "q=a%00b, invalid_query, q",
        "limit=0, invalid_pagination, limit",
        "limit=201, invalid_pagination, limit",
        "cursor=, invalid_pagination, cursor",
        "cursor=AAAA, invalid_pagination, cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAA, invalid_pagination, cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAP8, invalid_pagination, cursor"
    })
    void aParameterThatIsNotValidIsRefused(String query, String code, String field) {
        operator.get(ACCOUNTS + "?" + query).isError(400, code, "invalid_input").blames(field);
    }

    @Test
    void aNameThatIsTooLongToExistIsRefused() {
        operator.get(ACCOUNTS + "?q=" + "a".repeat(201))
                .isError(400, "invalid_query", "invalid_input")
                .blames("q");
    }

    private String create(String name) {
        return operator.post(ACCOUNTS, "{\"name\": \"" + name + "\", \"plan\": \"pro\"}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode find(String text) {
        return operator.get(ACCOUNTS + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .is(200)
                .json()
                .path("accounts");
    }

    private static List<String> names(JsonNode accounts) {
        return accounts.valueStream()
                .map(account -> account.path("name").asString())
                .toList();
    }

    private static List<String> ids(JsonNode accounts) {
        return accounts.valueStream()
                .map(account -> account.path("id").asString())
                .toList();
    }
}
