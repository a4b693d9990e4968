package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints of a listing, a few at a time, since there may be any number of them and each may hold 50 KB. Not thread-safe. */
final class EndpointBatches {
    /** All that the plans have, but for the unlimited one. With as much text as there may be, about a part of an answer's memory. */
    private static final int AT_ONCE = 25;

    private final EndpointReader reader;
    private final AccountId account;
    private final EndpointQuery query;
    private @Nullable EndpointPosition after;
    private int left;
    private boolean more = true;

    EndpointBatches(EndpointReader reader, AccountId account, EndpointQuery query) {
        this.reader = reader;
        this.account = account;
        this.query = query;
        this.after = query.after();
        this.left = query.limit() == null ? Integer.MAX_VALUE : query.limit();
    }

    /** Empty after the last. */
    List<Endpoint> next() {
        if (!hasNext()) {
            return List.of();
        }
        int asked = Math.min(left, AT_ONCE);
        // The one too many proves that there is a next one.
        List<Endpoint> found = reader.list(account, query.filter(), after, asked + 1);
        more = found.size() > asked;
        List<Endpoint> batch = more ? found.subList(0, asked) : found;
        left -= batch.size();
        after = batch.isEmpty() ? after : EndpointPosition.of(batch.getLast());
        return batch;
    }

    boolean hasNext() {
        return more && left > 0;
    }

    /** Where the next page begins, once all of this one was read; null on the last page. */
    @Nullable
    String nextCursor() {
        return more && after != null ? after.cursor() : null;
    }
}
