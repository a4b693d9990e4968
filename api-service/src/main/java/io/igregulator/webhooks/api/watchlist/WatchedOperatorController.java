package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.OperatorSlug;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/watchlist}: the operators that the caller watches. */
@RestController
final class WatchedOperatorController {
    private static final String LIST = "/v1/watchlist";
    private static final String OPERATORS = "/v1/watchlist/operators";
    private static final String FIELD = "operator_slug";

    private final ShowWatchlist show;
    private final WatchOperator watch;
    private final UnwatchOperator unwatch;

    WatchedOperatorController(ShowWatchlist show, WatchOperator watch, UnwatchOperator unwatch) {
        this.show = show;
        this.watch = watch;
        this.unwatch = unwatch;
    }

    @GetMapping(path = LIST, produces = MediaType.APPLICATION_JSON_VALUE)
    ShowWatchlist.WatchlistView get(Caller caller) {
        return show.whole(caller.account(), caller.plan());
    }

    @GetMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    ShowWatchlist.WatchlistPage list(
            Caller caller, @Takes({QueryParameters.LIMIT, QueryParameters.OFFSET}) QueryParameters parameters) {
        return show.page(caller.account(), parameters);
    }

    @PostMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WatchedOperator> add(Caller caller, JsonBody body) {
        body.allowOnly(FIELD);
        OperatorSlug operator = OperatorSlug.of(body.required(FIELD).text(Integer.MAX_VALUE))
                .orElseThrow(() -> InvalidRequest.slug(FIELD));
        WatchOperator.Watching watching = watch.watch(caller, operator, FIELD);
        return ResponseEntity.status(watching.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(watching.operator());
    }

    @DeleteMapping(OPERATORS + "/{operator_slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable(FIELD) String slug) {
        unwatch.unwatch(caller, OperatorSlug.of(slug).orElseThrow(() -> InvalidRequest.slug(FIELD)));
    }
}
