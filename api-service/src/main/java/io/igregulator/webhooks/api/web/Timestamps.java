package io.igregulator.webhooks.api.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the API writes times: ISO-8601 with milliseconds, UTC. */
public final class Timestamps {
    private static final DateTimeFormatter FORMATTER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    public static String format(Instant time) {
        return FORMATTER.format(time);
    }
}
