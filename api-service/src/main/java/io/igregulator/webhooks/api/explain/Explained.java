package io.igregulator.webhooks.api.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event was sent, and why it was not sent elsewhere: a page of endpoints.
 *
 * @param payload exactly as it is sent; null while only its publication is known
 * @param nextCursor null on the last page
 */
public record Explained<T>(
        EventHead head,
        byte @Nullable [] payload,
        List<T> endpoints,
        @Nullable String nextCursor) {
    public Explained {
        endpoints = List.copyOf(endpoints);
    }
}
