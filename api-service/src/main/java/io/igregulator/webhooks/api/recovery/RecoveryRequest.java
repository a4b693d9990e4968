package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is to be recovered of each endpoint that it is asked for.
 *
 * @param dryRun whether it is only counted
 */
record RecoveryRequest(RecoverySpan span, Set<RecoveryKind> what, boolean dryRun) {
    static final String DRY_RUN = "dry_run";

    RecoveryRequest {
        what = Set.copyOf(what);
    }

    /** @throws InvalidRequest naming the first field or parameter that is not valid */
    static RecoveryRequest of(JsonBody body, QueryParameters parameters, Instant now) {
        return new RecoveryRequest(
                RecoverySpan.of(body, now),
                body.optional(RecoveryKind.FIELD).map(RecoveryKind::of).orElse(Set.of(RecoveryKind.FAILED)),
                parameters.flag(DRY_RUN).orElse(false));
    }

    boolean missedAlone() {
        return !what.contains(RecoveryKind.FAILED);
    }

    /** In the order in which they are recovered. */
    List<String> names() {
        return what.stream().sorted().map(RecoveryKind::wireName).toList();
    }
}
