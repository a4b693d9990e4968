package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.account.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/watchlist/events}: the polling feed. */
@RestController
final class FeedController {
    private final CountPoll countPoll;
    private final Feed feed;
    private final InstantSource clock;

    FeedController(CountPoll countPoll, Feed feed, InstantSource clock) {
        this.countPoll = countPoll;
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/watchlist/events", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] poll(
            Caller caller,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletResponse response) {
        PollAllowance allowance = countPoll.count(caller);
        allowance.require(clock.instant());
        // Before the parameters are looked at: a refusal says it too.
        allowance.headers().forEach(response::setHeader);
        return FeedJson.of(feed.page(caller.account(), FeedQuery.parse(since, cursor, limit)));
    }
}
