package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.EndpointId;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A search for what few of many deliveries have. */
class LongSearchIT {
    private static final int ROWS = 40_000;

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();
    private final String endpoint =
            client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString();
    private final String deliveries = "/v1/webhooks/" + endpoint + "/deliveries";

    /** One each second: 9 of 10 of one type, few of the others, and 1 of 5 000 answered 404 instead of 500. */
    @BeforeEach
    void fail() {
        api.database().sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at)
                        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '8' || substr(hash, 1, 3)
                                || '8' || substr(hash, 4, 15))::uuid,
                            :endpoint::uuid, gen_random_uuid(),
                            CASE WHEN n % 10 > 0 THEN 1 WHEN n % 1000 > 0 THEN 2 ELSE 3 + n / 1000 % 8 END,
                            CASE WHEN n % 7 = 0 THEN 2 ELSE 4 END,
                            1, CASE WHEN n % 5000 = 4999 THEN 404 ELSE 500 END, 7, at, at
                        FROM (
                            SELECT n, now() - n * interval '1 second' AS at, md5(:endpoint || n) AS hash
                            FROM generate_series(0, :rows - 1) AS n
                        ) second
                        """).param("endpoint", endpoint).param("rows", ROWS).update();
    }

    @ParameterizedTest
    @CsvSource({
        // Each page looks at 10 000 rows at least, most of which are nearer than the place where the next one begins.
        "http_status=404&limit=200,last_http_status = 404,2,8",
        "http_status=404&limit=3,last_http_status = 404,3,10",
        "http_status=404&status=retrying&limit=200,last_http_status = 404 AND status = 2,1,2",
        "http_status=5xx&event=license.expired&limit=200,last_http_status = 500 AND event_type = 5,1,1",
        "error=timeout,false,3,8",
        "http_status=500&limit=200&status=retrying,last_http_status = 500 AND status = 2,29,31",
    })
    void aPageLooksAtABoundedNumberOfDeliveriesAndTheNextContinues(
            String filter, String condition, int fewest, int most) {
        List<@Nullable String> expected = api.database()
                .sql("SELECT id::text FROM delivery WHERE endpoint_id = ?::uuid AND " + condition + " ORDER BY id DESC")
                .param(endpoint)
                .query(String.class)
                .list();
        List<Integer> sizes = new ArrayList<>();
        List<String> found = new ArrayList<>();

        new Pages(client, deliveries).each(filter, page -> {
            sizes.add(page.path("deliveries").size());
            page.path("deliveries").forEach(one -> found.add(one.path("id").asString()));
        });

        assertThat(found).isEqualTo(expected);
        assertThat(sizes).as("pages of these sizes").hasSizeBetween(fewest, most);
    }

    /** What is read after the first statement belongs to the same moment: a delivery is not lost between two ranges. */
    @Test
    void aDeliveryThatChangesItsStatusDuringTheSearchIsFound() throws Exception {
        String changing =
                api.database().sql("""
                        SELECT id::text FROM delivery WHERE endpoint_id = ?::uuid AND last_http_status = 404 AND status = 4
                        ORDER BY id DESC LIMIT 1
                        """).param(endpoint).query(String.class).single();
        try (Connection connection = api.connection()) {
            SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
            BetweenStatements jdbc = new BetweenStatements(
                    source,
                    () -> api.database()
                            .sql("UPDATE delivery SET status = 1, completed_at = NULL WHERE id = ?::uuid")
                            .param(changing)
                            .update());
            ReadRanges read = new ReadRanges(JdbcClient.create(jdbc));
            SearchHistory search = new SearchHistory(
                    read, new TransactionTemplate(new DataSourceTransactionManager(source)), Instant::now);
            DeliveryQuery query = DeliveryQuery.of(QueryParameters.parse("http_status=404"));

            SearchHistory.Found found = search.search(
                    HistoryRange.of(List.of(EndpointId.parse(endpoint)), query.filter()),
                    query.filter(),
                    query.below(),
                    query.from(),
                    1);

            assertThat(jdbc.statements).isGreaterThan(1);
            assertThat(found.deliveries())
                    .extracting(one -> one.id().toString())
                    .containsExactly(changing);
        }
    }

    /** Lets something happen before the second statement. */
    private static final class BetweenStatements extends JdbcTemplate {
        private final Runnable event;
        private int statements;

        BetweenStatements(SingleConnectionDataSource source, Runnable event) {
            super(source);
            this.event = event;
        }

        @Override
        public <T extends @Nullable Object> T query(
                PreparedStatementCreator creator,
                @Nullable PreparedStatementSetter setter,
                ResultSetExtractor<T> extractor) {
            if (++statements == 2) {
                event.run();
            }
            return super.query(creator, setter, extractor);
        }
    }
}
