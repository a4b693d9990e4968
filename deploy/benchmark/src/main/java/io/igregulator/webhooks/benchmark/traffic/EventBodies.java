package io.igregulator.webhooks.benchmark.traffic;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Envelopes of one size, in the contract's words, their rest filled with text that compresses no better than usual. */
public final class EventBodies {
    public static final EventType TYPE = EventType.LICENSE_ISSUED;

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 ";
    private static final int VARIETY = 16 * 1024;

    private final int bytes;
    private final RandomGenerator random;
    private final String text;

    public EventBodies(int bytes, RandomGenerator random) {
        this.bytes = bytes;
        this.random = random;
        var made = new StringBuilder(bytes + VARIETY);
        for (int i = 0; i < bytes + VARIETY; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        this.text = made.toString();
    }

    /** What an operator is called whose events go to a group's endpoints. */
    public static String operator(int group) {
        return "operator-" + group;
    }

    public byte[] body(EventId id, Instant at, int group) {
        String head = """
                {"event":"%s","event_id":"%s","api_version":"%s","timestamp":"%s","livemode":true,"data":{\
                "license_id":"lic-%08x","license_number":"1","operator_id":"op-1","operator_slug":"%s",\
                "jurisdiction_code":"GB","notes":"\
                """.formatted(
                TYPE.wireName(), id, EventEnvelope.API_VERSION, MILLIS.format(at), random.nextInt(), operator(group));
        String tail = "\"}}";
        int filler = Math.max(0, bytes - head.length() - tail.length());
        int from = random.nextInt(VARIETY);
        return (head + text.substring(from, from + filler) + tail).getBytes(StandardCharsets.US_ASCII);
    }
}
