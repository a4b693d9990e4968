package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Recipients come from memory, and every change holds for the very next event all the same. */
class FindRecipientsIT {
    private static final DataSource source = database();
    private static final String OWNER = "00000000-0000-4000-8000-000000000001";
    private static final String OPERATOR = "00000000-0000-4000-8000-000000000002";
    private static final String OPERATORS = "00000000-0000-4000-8000-00000000000d";
    private static final String WATCHING = "00000000-0000-4000-8000-00000000000a";
    private static final String TAKING_ALL = "00000000-0000-4000-8000-00000000000b";
    private static final String OTHER_TYPE = "00000000-0000-4000-8000-00000000000c";

    private final JdbcClient jdbc = JdbcClient.create(source);
    private final AtomicLong queries = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final FindRecipients findRecipients = remembering(1_000);

    @BeforeEach
    void makeEndpoints() {
        execute("TRUNCATE account, recipient_change CASCADE");
        execute("INSERT INTO account (id, name, plan) VALUES ('" + OWNER + "', 'owner', 'pro')");
        execute("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES ('" + OWNER + "', 'acme')");
        insertEndpoint(WATCHING, EventType.LICENSE_ISSUED, true);
        insertEndpoint(TAKING_ALL, EventType.LICENSE_ISSUED, false);
        insertEndpoint(OTHER_TYPE, EventType.LICENSE_EXPIRED, true);
    }

    @Test
    void whatIsKnownCostsOneQueryPerBatchHoweverManyEvents() {
        assertThat(recipients()).containsOnlyKeys(id(WATCHING), id(TAKING_ALL));
        assertThat(queries.getAndSet(0)).as("a snapshot and the recipients").isEqualTo(2);

        RecipientsOfRound round = findRecipients.round();
        for (int i = 0; i < 5; i++) {
            List<Recipients> answers = round.of(events(50));
            assertThat(answers).hasSize(50).allMatch(answer -> answer.count() == 2);
        }
        assertThat(queries.get()).isEqualTo(1);
    }

    @Test
    void anAudienceIsAskedForOnceHoweverManyEventsOfABatchHaveIt() {
        List<Recipients> answers = findRecipients.round().of(events(50));

        assertThat(answers).hasSize(50).allMatch(answer -> answer == answers.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE endpoint SET active = false, version = 2 WHERE id = '" + WATCHING + "'",
                "UPDATE endpoint SET events = '{license.expired}', version = 2 WHERE id = '" + WATCHING + "'",
                "UPDATE endpoint SET watchlist_only = false, version = 2 WHERE id = '" + WATCHING + "'",
                "UPDATE endpoint SET watchlist_only = true, version = 2 WHERE id = '" + TAKING_ALL + "'",
                "UPDATE endpoint SET version = version + 1 WHERE id = '" + WATCHING + "'",
                "UPDATE endpoint SET events = '{license.issued}', version = 2 WHERE id = '" + OTHER_TYPE + "'",
                "UPDATE endpoint SET events = '{license.*}', version = 2 WHERE id = '" + OTHER_TYPE + "'",
                "UPDATE endpoint SET events = '{*}', version = 2 WHERE id = '" + OTHER_TYPE + "'",
                "UPDATE endpoint SET events = '{coverage.*}', version = 2 WHERE id = '" + WATCHING + "'",
                "DELETE FROM endpoint WHERE id = '" + TAKING_ALL + "'",
                "INSERT INTO endpoint (id, account_id, url, events) VALUES (gen_random_uuid(), '" + OWNER
                        + "', 'https://example.com', '{license.issued}')",
                "DELETE FROM watchlist_entry WHERE operator_slug = 'acme'",
                "DELETE FROM account",
                "TRUNCATE account CASCADE",
            })
    void aChangeHoldsForTheVeryNextEvent(String change) {
        recipients();
        recipients();

        execute(change);

        assertThat(recipients()).isEqualTo(recipientsWithoutMemory());
    }

    @Test
    void anOperatorAddedToAWatchlistHoldsForTheVeryNextEvent() {
        execute("DELETE FROM watchlist_entry");
        assertThat(recipients()).containsOnlyKeys(id(TAKING_ALL));
        recipients();

        execute("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES ('" + OWNER + "', 'acme')");

        assertThat(recipients()).containsOnlyKeys(id(WATCHING), id(TAKING_ALL));
    }

    @Test
    void aTransactionThatBeganBeforeTheMemoryAndEndsAfterItIsNoticed() throws SQLException {
        try (Connection early = transaction();
                Connection late = transaction()) {
            change(early, "UPDATE endpoint SET version = 5 WHERE id = '" + WATCHING + "'");
            change(late, "UPDATE endpoint SET version = 6 WHERE id = '" + TAKING_ALL + "'");
            assertThat(recipients()).containsEntry(id(WATCHING), 1L).containsEntry(id(TAKING_ALL), 1L);

            // The later number becomes visible first.
            late.commit();
            assertThat(recipients()).containsEntry(id(WATCHING), 1L).containsEntry(id(TAKING_ALL), 6L);
            early.commit();
            assertThat(recipients()).containsEntry(id(WATCHING), 5L).containsEntry(id(TAKING_ALL), 6L);
        }
    }

    @Test
    void aChangeThatIsRolledBackCostsNothing() throws SQLException {
        recipients();
        try (Connection transaction = transaction()) {
            change(transaction, "UPDATE endpoint SET active = false");
            transaction.rollback();
        }
        queries.set(0);

        assertThat(recipients()).containsOnlyKeys(id(WATCHING), id(TAKING_ALL));
        assertThat(queries.get()).isEqualTo(1);
    }

    @Test
    void writersOfDifferentEndpointsDoNotWaitForEachOther() throws SQLException {
        try (Connection one = transaction();
                Connection other = transaction()) {
            change(one, "UPDATE endpoint SET version = 5 WHERE id = '" + WATCHING + "'");
            change(other, "SET LOCAL lock_timeout = '100ms'");
            change(other, "UPDATE endpoint SET version = 6 WHERE id = '" + TAKING_ALL + "'");
            other.commit();
            one.commit();
        }
    }

    @Test
    void anImportOfManyRowsLeavesOneMark() {
        execute("TRUNCATE recipient_change");

        execute("INSERT INTO watchlist_entry (account_id, operator_slug) SELECT '" + OWNER
                + "', 'operator-' || number FROM generate_series(1, 5000) number");

        assertThat(jdbc.sql("SELECT count(*) FROM recipient_change")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAnswerForWhichThereIsNoRoomIsNotKept() {
        IntStream.range(0, 100)
                .forEach(number -> insertEndpoint(UUID.randomUUID().toString(), EventType.LICENSE_ISSUED, false));
        FindRecipients small = remembering(50);
        assertThat(of(small)).hasSize(102);
        queries.set(0);

        assertThat(of(small)).hasSize(102);

        assertThat(queries.get()).as("the look for changes, and the recipients").isEqualTo(2);
    }

    @Test
    void withoutMemoryNothingIsLookedFor() {
        FindRecipients none = remembering(0);

        assertThat(of(none)).hasSize(2);
        assertThat(of(none)).hasSize(2);

        assertThat(queries.get()).isEqualTo(2);
    }

    @Test
    void nothingIsRememberedForMoreThanAMinute() {
        recipients();
        // As after the restoration of a dump: the change's mark does not show.
        execute("UPDATE endpoint SET version = 9");
        execute("TRUNCATE recipient_change");
        now.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(recipients()).containsEntry(id(WATCHING), 9L);
    }

    @Test
    void anEndpointThatSubscribesTwiceOverIsOneRecipient() {
        execute("UPDATE endpoint SET events = '{*,license.*,license.issued}' WHERE id = '" + TAKING_ALL + "'");

        assertThat(recipients()).containsOnlyKeys(id(WATCHING), id(TAKING_ALL));
    }

    @Test
    void allTypesIncludeNoticesAboutTheOthersOfTheAccount() {
        execute("UPDATE endpoint SET events = '{*}'");

        assertThat(degraded(WATCHING)).containsOnlyKeys(id(TAKING_ALL), id(OTHER_TYPE));
    }

    @Test
    void aNoticeOfAnAccountsOnlyEndpointIsTheOperators() {
        execute("TRUNCATE account CASCADE");
        execute("INSERT INTO account (id, name, plan) VALUES ('" + OWNER + "', 'owner', 'starter'), ('" + OPERATOR
                + "', 'operator', 'enterprise')");
        insertEndpoint(OTHER_TYPE, EventType.LICENSE_EXPIRED, true);
        execute("INSERT INTO endpoint (id, account_id, url, events) VALUES ('" + OPERATORS + "', '" + OPERATOR
                + "', 'https://example.com', '{webhook.endpoint_degraded}')");

        assertThat(degraded(OTHER_TYPE)).as("its only one").containsOnlyKeys(id(OPERATORS));
        assertThat(degraded(OPERATORS)).as("the operator's own").isEmpty();

        execute("INSERT INTO endpoint (id, account_id, url, events, for_notices) VALUES ('" + TAKING_ALL + "', '"
                + OWNER + "', 'https://example.com', '{webhook.endpoint_degraded}', true)");
        assertThat(degraded(OTHER_TYPE)).as("an address for notices").containsOnlyKeys(id(TAKING_ALL));

        execute("UPDATE endpoint SET for_notices = false, events = '{license.issued}' WHERE id = '" + TAKING_ALL + "'");
        assertThat(degraded(OTHER_TYPE)).as("another that does not subscribe").isEmpty();
    }

    private Map<EndpointId, Long> degraded(String endpoint) {
        byte[] body = Events.degraded(Events.id(), id(endpoint));
        PublishedEvent event =
                PublishedEvent.of(((EnvelopeReading.Valid) new EnvelopeReader().read(body)).envelope(), body, 0);
        FindRecipients operators = new FindRecipients(
                new ReadRecipients(jdbc, Optional.of(new AccountId(UUID.fromString(OPERATOR)))),
                new RecipientChanges(jdbc),
                1_000,
                now::get);
        return byId(operators.round().of(List.of(event)).getFirst());
    }

    private Map<EndpointId, Long> recipients() {
        return of(findRecipients);
    }

    private Map<EndpointId, Long> recipientsWithoutMemory() {
        return of(remembering(0));
    }

    private static Map<EndpointId, Long> of(FindRecipients findRecipients) {
        return byId(findRecipients.round().of(events(1)).getFirst());
    }

    private static Map<EndpointId, Long> byId(Recipients answer) {
        Map<EndpointId, Long> recipients = new HashMap<>();
        for (int i = 0; i < answer.count(); i++) {
            assertThat(recipients.put(answer.endpoint(i), answer.version(i))).isNull();
        }
        return recipients;
    }

    private FindRecipients remembering(int limit) {
        JdbcClient counted = JdbcClient.create(new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                queries.incrementAndGet();
                return super.getConnection();
            }
        });
        return new FindRecipients(
                new ReadRecipients(counted, Optional.empty()), new RecipientChanges(counted), limit, now::get);
    }

    private static List<PublishedEvent> events(int count) {
        EnvelopeReader reader = new EnvelopeReader();
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    byte[] body = Events.of(Events.id(), EventType.LICENSE_ISSUED, "acme");
                    return PublishedEvent.of(((EnvelopeReading.Valid) reader.read(body)).envelope(), body, 0);
                })
                .toList();
    }

    private void insertEndpoint(String id, EventType type, boolean watchlistOnly) {
        execute("INSERT INTO endpoint (id, account_id, url, events, watchlist_only) VALUES ('" + id + "', '" + OWNER
                + "', 'https://example.com', '{" + type.wireName() + "}', " + watchlistOnly + ")");
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EndpointId id(String id) {
        return EndpointId.parse(id);
    }

    private static DataSource database() {
        var database = Infrastructure.shared().freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
