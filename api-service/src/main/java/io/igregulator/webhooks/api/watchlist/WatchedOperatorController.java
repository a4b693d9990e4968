package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryNumber;
import io.igregulator.webhooks.id.AccountId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/watchlist}: the operators that the caller watches. */
@RestController
final class WatchedOperatorController {
    private static final String LIST = "/v1/watchlist";
    private static final String OPERATORS = "/v1/watchlist/operators";
    private static final String FIELD = "operator_slug";
    // Contract: the newest 50.
    private static final int NEWEST = 50;
    private static final QueryNumber LIMIT = new QueryNumber("limit", 1, 500, NEWEST);
    private static final QueryNumber OFFSET = new QueryNumber("offset", 0, 1_000_000, 0);

    private final WatchlistReader reader;
    private final WatchOperator watch;
    private final UnwatchOperator unwatch;

    WatchedOperatorController(WatchlistReader reader, WatchOperator watch, UnwatchOperator unwatch) {
        this.reader = reader;
        this.watch = watch;
        this.unwatch = unwatch;
    }

    @GetMapping(path = LIST, produces = MediaType.APPLICATION_JSON_VALUE)
    WatchlistView get(Caller caller) {
        AccountId account = caller.account();
        OptionalInt limit = caller.plan().watchedOperators();
        return new WatchlistView(
                reader.count(account), limit.isPresent() ? limit.getAsInt() : null, reader.list(account, NEWEST, 0));
    }

    @GetMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    WatchlistPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset) {
        int pageLimit = LIMIT.parse(limit);
        int pageOffset = OFFSET.parse(offset);
        AccountId account = caller.account();
        return new WatchlistPage(
                reader.count(account), pageLimit, pageOffset, reader.list(account, pageLimit, pageOffset));
    }

    @PostMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WatchedOperator> add(Caller caller, JsonBody body) {
        body.allowOnly(FIELD);
        OperatorSlug operator = OperatorSlug.parse(body.required(FIELD).text(Integer.MAX_VALUE), FIELD);
        WatchOperator.Watching watching = watch.watch(caller, operator, FIELD);
        return ResponseEntity.status(watching.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(watching.operator());
    }

    @DeleteMapping(OPERATORS + "/{operator_slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable(FIELD) String slug) {
        unwatch.unwatch(caller, OperatorSlug.parse(slug, FIELD));
    }
}
