package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SealedSecrets;
import io.igregulator.webhooks.secret.SigningSecretReader;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads endpoints with their secrets from PostgreSQL. */
final class EndpointReader {
    /** One whose account's deliveries are suspended is as good as inactive. */
    private static final String ROWS = """
            SELECT id, account_id, url, active AND suspended_at IS NULL AS active, version
            FROM endpoint WHERE id = ANY (?)
            """;

    private final JdbcClient jdbc;
    private final SigningSecretReader secrets;
    private final InstantSource clock;

    EndpointReader(JdbcClient jdbc, SigningSecretReader secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Row(EndpointId id, AccountId account, String url, boolean active, long version) {
        Destination destination() {
            return Destination.of(account, URI.create(url));
        }
    }

    /**
     * Those that exist; each is made by its own reader, since what is wrong with one is no other's trouble.
     *
     * <p>The version is read before the secrets: a rotation in between gives newer secrets under the older version, which
     * the next record's version corrects; the other order could hide a rotation for good.
     */
    Map<EndpointId, Supplier<EndpointSnapshot>> read(Collection<EndpointId> ids) {
        List<Row> rows = rows(ids);
        Map<EndpointId, SealedSecrets> sealed =
                secrets.read(rows.stream().map(Row::id).toList(), clock.instant());
        Map<EndpointId, Supplier<EndpointSnapshot>> found = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            SealedSecrets own = Objects.requireNonNull(sealed.get(row.id()));
            found.put(
                    row.id(),
                    () -> new EndpointSnapshot(row.id(), row.destination(), row.active(), row.version(), own.open()));
        }
        return found;
    }

    private List<Row> rows(Collection<EndpointId> ids) {
        return jdbc.sql(ROWS)
                .param(Columns.of("uuid", ids, EndpointId::value))
                .query((row, number) -> new Row(
                        new EndpointId(Rows.uuid(row, "id")),
                        new AccountId(Rows.uuid(row, "account_id")),
                        row.getString("url"),
                        row.getBoolean("active"),
                        row.getLong("version")))
                .list();
    }
}
