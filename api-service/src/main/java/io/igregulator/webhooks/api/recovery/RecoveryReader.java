package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an endpoint's recoveries; whose endpoint it is has been asked before. */
@Component
final class RecoveryReader {
    private static final int LIMIT = 100;

    private final JdbcClient jdbc;

    RecoveryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest hundred, newest first. */
    List<RecoveryView> list(EndpointId endpoint) {
        return jdbc.sql("SELECT * FROM recovery WHERE endpoint_id = ? ORDER BY created_at DESC, id DESC LIMIT ?")
                .param(endpoint.value())
                .param(LIMIT)
                .query(RecoveryView::of)
                .list();
    }

    /** @throws NotFound unless the endpoint has it */
    RecoveryView get(EndpointId endpoint, RecoveryId recovery) {
        return jdbc.sql("SELECT * FROM recovery WHERE id = ? AND endpoint_id = ?")
                .param(recovery.value())
                .param(endpoint.value())
                .query(RecoveryView::of)
                .optional()
                .orElseThrow(NotFound::recovery);
    }

    int unfinished(EndpointId endpoint) {
        return jdbc.sql("SELECT count(*) FROM recovery WHERE endpoint_id = ? AND status <> 'done'")
                .param(endpoint.value())
                .query(Integer.class)
                .single();
    }
}
