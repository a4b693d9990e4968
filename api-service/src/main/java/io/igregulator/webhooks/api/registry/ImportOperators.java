package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.MediaTypes;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a whole import or nothing of it. The body is read and checked into a file first: a transaction that lasted as long
 * as the client cares to send would hold up the polling feed, which shows nothing newer than the oldest open one.
 */
@Component
final class ImportOperators {
    private final TransactionOperations transaction;
    private final MergeOperators merge;
    private final AuditLog audit;
    private final RegistryProperties properties;

    ImportOperators(
            TransactionOperations transaction, MergeOperators merge, AuditLog audit, RegistryProperties properties) {
        this.transaction = transaction;
        this.merge = merge;
        this.audit = audit;
        this.properties = properties;
    }

    /** @throws ApiError if the body is not an import; nothing has changed then */
    MergeOperators.Counts run(Actor actor, HttpServletRequest request) throws IOException {
        if (!MediaTypes.isJsonLines(request.getContentType())) {
            throw UnsuitableRequest.mediaType(MediaTypes.JSON_LINES);
        }
        try (ImportSpool spool = ImportSpool.create(properties)) {
            spool.fill(request.getInputStream());
            return transaction.execute(status -> merge(actor, spool));
        }
    }

    private MergeOperators.Counts merge(Actor actor, ImportSpool spool) {
        MergeOperators.Counts counts = merge.merge(spool);
        if (counts.created() + counts.updated() > 0) {
            AuditChanges changes =
                    AuditChanges.none().set("created", counts.created()).set("updated", counts.updated());
            audit.write(actor, AuditAction.OPERATORS_IMPORTED, null, "operators", changes);
        }
        return counts;
    }
}
