package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Turns a batch of rows into the array parameter of one column, for {@code unnest}. */
final class Column {
    private Column() {}

    // Spring's signature does not say that an array may hold nulls; the driver writes them as NULL.
    @SuppressWarnings("NullAway")
    static <R> SqlArrayValue of(String type, List<R> rows, Function<R, @Nullable Object> value) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return new SqlArrayValue(type, values);
    }

    static Short eventType(Delivery delivery) {
        return EventType.ofWireName(delivery.eventType()).orElseThrow().code();
    }

    /** Null when it was never resent, which takes no room in a row. */
    static @Nullable Short beforeResend(Delivery delivery) {
        int attempts = delivery.attempts().beforeResend();
        return attempts == 0 ? null : (short) attempts;
    }
}
