package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.api.web.TimeSpan;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /operator/v1/audit}: every change, newest first. */
@RestController
final class AuditController {
    private final AuditReader reader;

    AuditController(AuditReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/operator/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    AuditReader.AuditPage list(
            @Takes({
                        AuditQuery.ACCOUNT,
                        AuditQuery.ACTION,
                        AuditQuery.TARGET,
                        AuditQuery.KEY,
                        TimeSpan.SINCE,
                        TimeSpan.UNTIL,
                        QueryParameters.CURSOR,
                        QueryParameters.LIMIT
                    })
                    QueryParameters parameters) {
        return reader.read(AuditQuery.ofOperator(parameters));
    }
}
