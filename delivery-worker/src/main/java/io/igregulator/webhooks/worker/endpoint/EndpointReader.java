package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SigningSecretReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads an endpoint with its secrets from PostgreSQL. */
final class EndpointReader {
    private final JdbcClient jdbc;
    private final SigningSecretReader secrets;

    EndpointReader(JdbcClient jdbc, SigningSecretReader secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /**
     * The version is read before the secrets: a rotation in between gives newer secrets under the older version, which
     * the next record's version corrects; the other order could hide a rotation for good.
     */
    Optional<EndpointSnapshot> read(EndpointId id) {
        return jdbc.sql("SELECT url, active, version FROM endpoint WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new EndpointSnapshot(
                        id,
                        URI.create(row.getString("url")),
                        row.getBoolean("active"),
                        row.getLong("version"),
                        List.of()))
                .optional()
                .map(this::withSecrets);
    }

    private EndpointSnapshot withSecrets(EndpointSnapshot bare) {
        return new EndpointSnapshot(bare.id(), bare.url(), bare.active(), bare.version(), secrets.read(bare.id()));
    }
}
