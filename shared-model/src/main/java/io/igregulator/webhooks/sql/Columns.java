package io.igregulator.webhooks.sql;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Turns a batch into array parameters, one per column, for {@code unnest} and {@code ANY}. */
public final class Columns {
    private Columns() {}

    public static SqlArrayValue of(String type, Collection<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }

    // The one array of a column is all that a batch allocates. Spring's signature does not say that an array may hold
    // nulls; the driver writes them as NULL.
    @SuppressWarnings({"NullAway", "unchecked"})
    public static <R> SqlArrayValue of(String type, Collection<R> rows, Function<R, @Nullable Object> value) {
        @Nullable Object[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply((R) values[i]);
        }
        return new SqlArrayValue(type, values);
    }

    /** The driver takes bytea only as an array of byte arrays. */
    public static <R> SqlArrayValue bytes(Collection<R> rows, Function<R, byte[]> value) {
        Object[] values = rows.stream().map(value).toArray(byte[][]::new);
        return new SqlArrayValue("bytea", values);
    }
}
