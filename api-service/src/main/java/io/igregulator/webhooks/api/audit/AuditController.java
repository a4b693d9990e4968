package io.igregulator.webhooks.api.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /operator/v1/audit}: every change, newest first. */
@RestController
final class AuditController {
    private final AuditReader reader;

    AuditController(AuditReader reader) {
        this.reader = reader;
    }

    @GetMapping(path = "/operator/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    AuditPage list(
            @RequestParam(name = "account_id", required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return reader.read(AuditQuery.of(account, action, cursor, limit));
    }
}
