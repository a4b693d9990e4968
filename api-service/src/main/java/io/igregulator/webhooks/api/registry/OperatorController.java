package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.OperatorSlug;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/operators}: the registry of gambling operators. */
@RestController
final class OperatorController {
    private static final String ALL = "/operator/v1/operators";
    private static final String FIELD = "operator_slug";
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 100;

    private final OperatorReader reader;
    private final ImportOperators importOperators;

    OperatorController(OperatorReader reader, ImportOperators importOperators) {
        this.reader = reader;
        this.importOperators = importOperators;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    MergeOperators.Counts importAll(Actor actor, HttpServletRequest request) throws IOException {
        return importOperators.run(actor, request);
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    OperatorPage list(@Takes({QueryParameters.LIMIT, QueryParameters.CURSOR}) QueryParameters parameters) {
        int limit = parameters.limit(MAX_LIMIT, DEFAULT_LIMIT);
        String after =
                parameters.text(QueryParameters.CURSOR).map(OperatorPage::after).orElse(OperatorPage.START);
        return OperatorPage.of(reader.list(after, Page.rows(limit)), limit);
    }

    @GetMapping(path = ALL + "/{operator_slug}", produces = MediaType.APPLICATION_JSON_VALUE)
    OperatorView get(@PathVariable(FIELD) String slug) {
        return reader.get(OperatorSlug.of(slug).orElseThrow(() -> InvalidRequest.slug(FIELD)), FIELD);
    }
}
