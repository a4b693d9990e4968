package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.api.web.MediaTypes;
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
    private final RegistryProperties properties;

    ImportOperators(TransactionOperations transaction, MergeOperators merge, RegistryProperties properties) {
        this.transaction = transaction;
        this.merge = merge;
        this.properties = properties;
    }

    /** @throws ApiError if the body is no import; nothing has changed then */
    ImportCounts run(HttpServletRequest request) throws IOException {
        if (!MediaTypes.isJsonLines(request.getContentType())) {
            throw UnsuitableRequest.mediaType(MediaTypes.JSON_LINES);
        }
        try (ImportSpool spool = ImportSpool.create(properties)) {
            spool.fill(request.getInputStream());
            return transaction.execute(status -> merge.merge(spool));
        }
    }
}
