package io.igregulator.webhooks.api.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param nextCursor null on the last page
 */
record AuditPage(
        List<AuditEntry> entries,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {}
