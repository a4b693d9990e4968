package io.igregulator.webhooks.api.recovery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import io.igregulator.webhooks.id.RecoveryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A recovery as its endpoint's owner sees it.
 *
 * @param status {@code queued} until its first step, {@code running}, {@code done} once all it found is sent again
 * @param found failed deliveries so far: those resent and those skipped
 * @param skipped those that cannot be sent again, or were sent again meanwhile
 */
record RecoveryView(
        @JsonSerialize(using = ToStringSerializer.class) RecoveryId id,
        String status,

        @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant since,

        @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant until,

        int found,
        int resent,
        int skipped,

        @JsonProperty("created_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant createdAt,

        @JsonProperty("finished_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant finishedAt) {
    static RecoveryView of(ResultSet row, int number) throws SQLException {
        int resent = row.getInt("resent");
        int skipped = row.getInt("skipped");
        @Nullable OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new RecoveryView(
                new RecoveryId(row.getObject("id", UUID.class)),
                row.getString("status"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                resent + skipped,
                resent,
                skipped,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
