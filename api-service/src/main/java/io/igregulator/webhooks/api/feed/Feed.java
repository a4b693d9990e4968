package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a poll: where it starts, what is there, and where the next one starts. */
@Component
final class Feed {
    private final FindPosition findPosition;
    private final ReadPage readPage;
    private final FeedProperties properties;
    private final InstantSource clock;

    Feed(FindPosition findPosition, ReadPage readPage, FeedProperties properties, InstantSource clock) {
        this.findPosition = findPosition;
        this.readPage = readPage;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws InvalidRequest if the cursor is of another database */
    FeedPage page(AccountId account, FeedQuery query) {
        FindPosition.Result since = findPosition.of(earliest(query));
        Generations generations = since.generations();
        @Nullable FeedPosition kept = query.cursor() == null ? null : generations.translate(query.cursor());
        FeedPosition start = kept == null ? since.position() : kept.orLater(since.position());
        ReadPage.Result result = readPage.read(account, start, query.limit());
        if (kept != null && kept.compareTo(result.horizon()) > 0) {
            throw Generations.foreign();
        }
        return new FeedPage(result.entries(), generations.cursor(next(result, query.limit())));
    }

    /** Nothing that was stored before is read, whatever the cursor says. */
    private Instant earliest(FeedQuery query) {
        Instant now = clock.instant();
        Instant oldest = now.minus(properties.reach());
        @Nullable Instant since = query.since();
        if (query.cursor() != null || since == null || since.isBefore(oldest)) {
            return oldest;
        }
        return since.isAfter(now) ? now : since;
    }

    /** A page that holds all there is moves on to the end of what is complete, so the next poll need not read that far again. */
    private static FeedPosition next(ReadPage.Result result, int limit) {
        List<FeedEntry> entries = result.entries();
        boolean all = result.found() < limit && result.found() == entries.size();
        return all ? result.horizon() : entries.getLast().position().next();
    }
}
