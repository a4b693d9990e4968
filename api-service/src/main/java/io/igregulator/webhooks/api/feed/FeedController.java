package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.limit.AtOnce;
import io.igregulator.webhooks.api.limit.LimitProperties;
import io.igregulator.webhooks.api.limit.Place;
import io.igregulator.webhooks.api.web.JsonAnswer;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/watchlist/events}: the polling feed. */
@RestController
final class FeedController {
    private final AtOnce<AccountId> pollsAtOnce;
    private final CountPoll countPoll;
    private final Feed feed;
    private final AnswerMemory memory;
    private final WritePage writePage;
    private final JsonAnswer json;
    private final InstantSource clock;

    FeedController(
            LimitProperties limits,
            CountPoll countPoll,
            Feed feed,
            AnswerMemory memory,
            WritePage writePage,
            JsonAnswer json,
            InstantSource clock) {
        this.pollsAtOnce = AtOnce.polls(limits, clock);
        this.countPoll = countPoll;
        this.feed = feed;
        this.memory = memory;
        this.writePage = writePage;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/watchlist/events", produces = MediaType.APPLICATION_JSON_VALUE)
    void poll(Caller caller, QueryParameters parameters, HttpServletResponse response) throws IOException {
        // Before it is counted: what is refused here spends none of the plan's polls.
        try (Place _ = pollsAtOnce.take(caller.account())) {
            PollAllowance allowance = countPoll.count(caller);
            allowance.require(clock.instant());
            // Before the parameters are looked at: a refusal says it too.
            allowance.headers().forEach(response::setHeader);
            FeedQuery query = FeedQuery.of(parameters);
            try (AnswerMemory.Part part = memory.take()) {
                FeedPage page = feed.page(caller.account(), query);
                part.shrink(WritePage.largestBatch(page));
                writePage.write(page, json.begin(response));
            }
        }
    }
}
