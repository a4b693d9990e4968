package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a recovery sends. */
enum RecoveryKind {
    /** Deliveries that have failed. */
    FAILED,
    /** Events that the endpoint takes as it is now and of which it has no delivery. */
    MISSED;

    static final String FIELD = "what";

    private static final String KNOWN =
            "known: " + Arrays.stream(values()).map(RecoveryKind::wireName).collect(Collectors.joining(", "));

    /** One that is named twice counts once. */
    static Set<RecoveryKind> of(JsonField field) {
        Set<RecoveryKind> kinds = EnumSet.noneOf(RecoveryKind.class);
        for (String name : field.texts()) {
            kinds.add(Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> InvalidRequest.field(
                            FIELD, "'" + FIELD + "' names something that is not recovered", KNOWN)));
        }
        if (kinds.isEmpty()) {
            throw InvalidRequest.field(FIELD, "'" + FIELD + "' is empty", KNOWN);
        }
        return kinds;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
