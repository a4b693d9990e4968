package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.LicenseStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes from an event what the registry keeps of its operator; what is not as expected is left out, never refused. */
final class ReadOperatorNews {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_CODE_LENGTH = 20;

    // As the API's slugs: an operator of another name could never be put on a watchlist.
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    // An absurd time must neither be refused by PostgreSQL nor shut out all that comes later.
    private static final Instant EARLIEST = Instant.EPOCH;

    private final JsonMapper json = JsonMapper.shared();

    Optional<OperatorNews> read(PublishedEvent event) {
        String slug = event.envelope().operatorSlug();
        if (slug == null || !SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        try {
            JsonNode data = json.readTree(event.body()).path("data");
            return Optional.of(new OperatorNews(
                    slug,
                    text(data, "operator_id", MAX_LENGTH),
                    text(data, "jurisdiction_code", MAX_CODE_LENGTH),
                    status(event, data),
                    time(event)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LicenseStatus status(PublishedEvent event, JsonNode data) {
        return switch (event.envelope().type()) {
            case LICENSE_ISSUED -> LicenseStatus.ACTIVE;
            case LICENSE_EXPIRED -> LicenseStatus.EXPIRED;
            case LICENSE_STATUS_CHANGED ->
                LicenseStatus.ofWireName(data.path("new_status").asString("")).orElse(null);
            case LICENSE_EXPIRING_30D,
                    LICENSE_EXPIRING_60D,
                    LICENSE_EXPIRING_90D,
                    REGULATORY_ACTION_ADDED,
                    COVERAGE_DEGRADED,
                    COVERAGE_RESTORED,
                    ENDPOINT_DEGRADED -> null;
        };
    }

    private static Instant time(PublishedEvent event) {
        Instant time = event.envelope().timestamp();
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(event.publishedAt()) ? event.publishedAt() : time;
    }

    private static @Nullable String text(JsonNode data, String field, int maxLength) {
        JsonNode value = data.path(field);
        if (!value.isString()) {
            return null;
        }
        String text = value.stringValue();
        return text.isBlank() || text.length() > maxLength || !isPlain(text) ? null : text;
    }

    // PostgreSQL's text has no room for NUL, nor UTF-8 for half a character.
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
