package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.watchlist.OperatorSlug;
import io.igregulator.webhooks.api.web.QueryNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/operators}: the registry of gambling operators. */
@RestController
final class OperatorController {
    private static final String ALL = "/operator/v1/operators";
    private static final String FIELD = "operator_slug";
    private static final QueryNumber LIMIT = new QueryNumber("limit", 1, 500, 100);

    private final OperatorReader reader;
    private final ImportOperators importOperators;

    OperatorController(OperatorReader reader, ImportOperators importOperators) {
        this.reader = reader;
        this.importOperators = importOperators;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ImportCounts importAll(Actor actor, HttpServletRequest request) throws IOException {
        return importOperators.run(actor, request);
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    OperatorPage list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int pageLimit = LIMIT.parse(limit);
        // One more tells whether another page follows.
        return OperatorPage.of(reader.list(OperatorPage.after(cursor), pageLimit + 1), pageLimit);
    }

    @GetMapping(path = ALL + "/{operator_slug}", produces = MediaType.APPLICATION_JSON_VALUE)
    OperatorView get(@PathVariable(FIELD) String slug) {
        return reader.get(OperatorSlug.parse(slug, FIELD), FIELD);
    }
}
