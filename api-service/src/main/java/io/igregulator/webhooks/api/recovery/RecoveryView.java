package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A recovery as its endpoint's owner sees it.
 *
 * @param status {@code queued} until its first step, {@code running}, {@code done} once all it found is sent again
 * @param what names of {@link RecoveryKind}
 * @param dryRun whether it only counts: nothing is sent, and what would be is counted as if it were
 * @param found so far: those resent, those sent and those skipped
 * @param resent failed deliveries sent again
 * @param sent missed events sent
 * @param skipped those that cannot be sent again, or were sent by another request
 */
record RecoveryView(
        @JsonSerialize(using = ToStringSerializer.class) RecoveryId id,
        @JsonSerialize(using = ToStringSerializer.class) EndpointId webhookId,
        String status,
        List<String> what,
        boolean dryRun,
        Instant since,
        Instant until,
        int found,
        int resent,
        int sent,
        int skipped,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    static RecoveryView of(ResultSet row, int number) throws SQLException {
        int resent = row.getInt("resent");
        int sent = row.getInt("sent");
        int skipped = row.getInt("skipped");
        @Nullable Instant finishedAt = Rows.instantOrNull(row, "finished_at");
        return new RecoveryView(
                new RecoveryId(Rows.uuid(row, "id")),
                new EndpointId(Rows.uuid(row, "endpoint_id")),
                row.getString("status"),
                List.of((String[]) row.getArray("what").getArray()),
                row.getBoolean("dry_run"),
                Rows.instant(row, "since"),
                Rows.instant(row, "until"),
                resent + sent + skipped,
                resent,
                sent,
                skipped,
                Rows.instant(row, "created_at"),
                finishedAt);
    }
}
