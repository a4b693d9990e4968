package io.igregulator.webhooks.worker.recipient;

import io.igregulator.webhooks.id.EndpointId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which audiences an endpoint belongs to as it is now, with the rule by which fan-out finds recipients. */
public final class ReadTaken {
    private final JdbcClient jdbc;

    public ReadTaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the audiences whose events the endpoint would get if it is active. */
    public Set<Audience> of(EndpointId endpoint, Collection<Audience> audiences) {
        List<Audience> asked = List.copyOf(Set.copyOf(audiences));
        if (asked.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql(RecipientRule.ONE_ENDPOINT)
                .params(AudienceColumns.of(asked))
                .param("endpoint", endpoint.value())
                .query((row, number) -> asked.get(row.getInt(1) - 1))
                .list());
    }
}
