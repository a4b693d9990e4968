package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.id.OperatorSlug;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Takes from an event what the registry keeps of its operator; what is not as expected is left out, never refused. */
final class ReadOperatorNews {
    private static final String OPERATOR_ID = "operator_id";
    private static final String JURISDICTION = "jurisdiction_code";
    private static final String STATUS = "new_status";
    private static final Set<String> WANTED = Set.of(OPERATOR_ID, JURISDICTION, STATUS);
    private static final int MAX_LENGTH = 200;
    private static final int MAX_CODE_LENGTH = 20;

    // An absurd time must neither be refused by PostgreSQL nor shut out all that comes later.
    private static final Instant EARLIEST = Instant.EPOCH;

    private final JsonMapper json = JsonMapper.shared();

    Optional<OperatorNews> read(PublishedEvent event) {
        String slug = event.envelope().operatorSlug();
        // An operator of another name could never be put on a watchlist.
        if (slug == null || OperatorSlug.of(slug).isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> data = texts(event.body());
            return Optional.of(new OperatorNews(
                    slug,
                    text(data, OPERATOR_ID, MAX_LENGTH),
                    text(data, JURISDICTION, MAX_CODE_LENGTH),
                    status(event, data),
                    time(event)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Of the event's data what is wanted and text. The body was read before; this only looks for a few words in it. */
    private Map<String, String> texts(byte[] body) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean data = parser.currentName().equals("data");
                JsonToken value = parser.nextToken();
                if (data && value == JsonToken.START_OBJECT) {
                    addTexts(parser, texts);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return texts;
    }

    private static void addTexts(JsonParser parser, Map<String, String> texts) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING && WANTED.contains(name)) {
                texts.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static @Nullable LicenseStatus status(PublishedEvent event, Map<String, String> data) {
        return switch (event.envelope().type()) {
            case LICENSE_ISSUED -> LicenseStatus.ACTIVE;
            case LICENSE_EXPIRED -> LicenseStatus.EXPIRED;
            case LICENSE_STATUS_CHANGED ->
                LicenseStatus.ofWireName(data.getOrDefault(STATUS, "")).orElse(null);
            case LICENSE_EXPIRING_30D,
                    LICENSE_EXPIRING_60D,
                    LICENSE_EXPIRING_90D,
                    REGULATORY_ACTION_ADDED,
                    COVERAGE_DEGRADED,
                    COVERAGE_RESTORED,
                    ENDPOINT_DEGRADED,
                    ENDPOINT_RECOVERED,
                    ENDPOINT_DISABLED -> null;
        };
    }

    private static Instant time(PublishedEvent event) {
        Instant time = event.envelope().timestamp();
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(event.publishedAt()) ? event.publishedAt() : time;
    }

    private static @Nullable String text(Map<String, String> data, String field, int maxLength) {
        String text = data.get(field);
        return text == null || text.isBlank() || text.length() > maxLength || !isPlain(text) ? null : text;
    }

    // PostgreSQL's text has no room for NUL, nor UTF-8 for half a character.
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
