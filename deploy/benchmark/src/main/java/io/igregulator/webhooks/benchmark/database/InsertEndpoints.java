package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretProperties;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.stack.StackSecrets;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Endpoints in bulk, as the API would have left them. They are dealt out to groups; a group is an account that watches an
 * operator of its own, so that each event goes to one group.
 */
public final class InsertEndpoints {
    private static final int CHUNK = 5_000;

    private final Database database;
    private final SecretCipher cipher;
    private final SecureRandom random = new SecureRandom();

    public InsertEndpoints(Database database, StackSecrets secrets) {
        this.database = database;
        this.cipher = new SecretCipher(
                new SecretProperties(StackSecrets.KEY_ID, Map.of(StackSecrets.KEY_ID, secrets.encryptionKey())));
    }

    /** Endpoints that the groups' events go to. */
    public List<BenchmarkEndpoint> insert(int count, int groups, IntFunction<URI> url) {
        return database.transaction(connection -> insert(connection, count, watching(connection, groups), url));
    }

    /** Endpoints that no event goes to. */
    public List<BenchmarkEndpoint> insertUnwatched(int count, URI url) {
        return database.transaction(connection -> insert(connection, count, accounts(connection, 1), number -> url));
    }

    private List<BenchmarkEndpoint> insert(Connection connection, int count, UUID[] accounts, IntFunction<URI> url)
            throws SQLException {
        var made = new ArrayList<BenchmarkEndpoint>(count);
        for (int from = 0; from < count; from += CHUNK) {
            var chunk = new ArrayList<BenchmarkEndpoint>();
            for (int i = from; i < Math.min(count, from + CHUNK); i++) {
                chunk.add(new BenchmarkEndpoint(
                        new EndpointId(UUID.randomUUID()),
                        i % accounts.length,
                        url.apply(i),
                        SecretText.create(random)));
            }
            endpoints(connection, chunk, accounts);
            secrets(connection, chunk);
            made.addAll(chunk);
        }
        return List.copyOf(made);
    }

    private static UUID[] accounts(Connection connection, int count) throws SQLException {
        var ids = new UUID[count];
        Arrays.setAll(ids, ignored -> UUID.randomUUID());
        try (var statement = connection.prepareStatement("""
                INSERT INTO account (id, name, plan) SELECT id, 'Benchmark', 'enterprise' FROM unnest(?) AS id
                """)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.executeUpdate();
        }
        return ids;
    }

    private static UUID[] watching(Connection connection, int groups) throws SQLException {
        var ids = accounts(connection, groups);
        var operators = new String[groups];
        Arrays.setAll(operators, EventBodies::operator);
        try (var statement = connection.prepareStatement(
                "INSERT INTO watchlist_entry (account_id, operator_slug) SELECT * FROM unnest(?, ?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.setArray(2, connection.createArrayOf("text", operators));
            statement.executeUpdate();
        }
        return ids;
    }

    private static void endpoints(Connection connection, List<BenchmarkEndpoint> chunk, UUID[] accounts)
            throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO endpoint (id, account_id, url, events, watchlist_only)
                SELECT id, account_id, url, ARRAY[?], true FROM unnest(?, ?, ?) AS row (id, account_id, url)
                """)) {
            statement.setString(1, EventBodies.TYPE.wireName());
            statement.setArray(2, ids(connection, chunk));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            chunk.stream()
                                    .map(endpoint -> accounts[endpoint.group()])
                                    .toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            chunk.stream()
                                    .map(endpoint -> endpoint.url().toString())
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    private void secrets(Connection connection, List<BenchmarkEndpoint> chunk) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO endpoint_secret (endpoint_id, generation, key_id, sealed)
                SELECT id, 1, ?, sealed FROM unnest(?, ?) AS row (id, sealed)
                """)) {
            statement.setString(1, StackSecrets.KEY_ID);
            statement.setArray(2, ids(connection, chunk));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            chunk.stream()
                                    .map(endpoint -> cipher.encrypt(endpoint.secret(), endpoint.id())
                                            .bytes())
                                    .toArray(byte[][]::new)));
            statement.executeUpdate();
        }
    }

    private static Array ids(Connection connection, List<BenchmarkEndpoint> chunk) throws SQLException {
        return connection.createArrayOf(
                "uuid", chunk.stream().map(endpoint -> endpoint.id().value()).toArray());
    }
}
