package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.TimePrefix;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which events a replay is about, by the time in their ids.
 *
 * @param to exclusive
 * @param types wire names; all types if empty
 */
record ReplaySpan(Instant from, Instant to, List<String> types) {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String TYPES = "types";

    /** Ids and PostgreSQL end later, Java's times later still. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    ReplaySpan {
        types = List.copyOf(types);
    }

    static ReplaySpan of(JsonBody body) {
        body.allowOnly(FROM, TO, TYPES);
        Instant from = time(body.required(FROM));
        Instant to = time(body.required(TO));
        if (!from.isBefore(to)) {
            throw InvalidRequest.field(FROM, "the span is empty", "'from' lies before 'to'");
        }
        return new ReplaySpan(
                from, to, body.optional(TYPES).map(ReplaySpan::types).orElse(List.of()));
    }

    /** The first id that an event of the span can have. */
    UUID first() {
        return TimePrefix.firstAt(from);
    }

    /** The first id after the span. */
    UUID end() {
        return TimePrefix.firstAt(to);
    }

    private static List<String> types(JsonField field) {
        List<String> names = field.texts().stream().distinct().toList();
        if (names.isEmpty()) {
            throw InvalidRequest.field(TYPES, "'types' is empty", "leave it out for all types");
        }
        if (!names.stream().allMatch(name -> EventType.ofWireName(name).isPresent())) {
            throw InvalidRequest.field(
                    TYPES, "'types' holds what is not an event type", "GET /v1/event-types lists them");
        }
        return names;
    }

    private static Instant time(JsonField field) {
        Instant time = field.time();
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw InvalidRequest.field(field.name(), "'" + field.name() + "' is not between 1970 and 9999");
        }
        return time;
    }
}
