package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a link into the portal is asked for.
 *
 * @param returnUrl where a visitor goes back to when the session has ended; null for nowhere
 * @param ttl for how long the link may be followed
 */
public record PortalLinkRequest(PortalRole role, @Nullable URI returnUrl, Duration ttl) {
    private static final String ROLE = "role";
    private static final String RETURN_URL = "return_url";
    private static final String TTL = "ttl";

    private static final int MAX_URL = 2048;
    private static final int MAX_WORD = 20;
    private static final Duration DEFAULT_TTL = Duration.ofSeconds(60);
    private static final Duration MAX_TTL = Duration.ofMinutes(10);
    private static final Pattern TTL_SHAPE = Pattern.compile("([1-9][0-9]{0,3})s");

    /** @throws InvalidRequest naming the first field that is not valid */
    public static PortalLinkRequest of(JsonBody body) {
        body.allowOnly(ROLE, RETURN_URL, TTL);
        return new PortalLinkRequest(
                role(body.required(ROLE)),
                body.optional(RETURN_URL).map(PortalLinkRequest::returnUrl).orElse(null),
                body.optional(TTL).map(PortalLinkRequest::ttl).orElse(DEFAULT_TTL));
    }

    private static PortalRole role(JsonField field) {
        return PortalRole.ofWireName(field.text(MAX_WORD))
                .orElseThrow(() -> InvalidRequest.field(ROLE, "no such role", "roles: viewer, editor"));
    }

    private static URI returnUrl(JsonField field) {
        try {
            URI url = new URI(field.text(MAX_URL));
            if (isWeb(url) && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Refused like any other.
        }
        throw InvalidRequest.field(
                RETURN_URL,
                "'return_url' is not a web address",
                "https://, a host and a path; without a user and a fragment");
    }

    /** Plain http for development; it is the platform itself that asks. */
    private static boolean isWeb(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    private static Duration ttl(JsonField field) {
        Matcher shape = TTL_SHAPE.matcher(field.text(MAX_WORD));
        Duration ttl = shape.matches() ? Duration.ofSeconds(Integer.parseInt(shape.group(1))) : Duration.ZERO;
        if (ttl.isZero() || ttl.compareTo(MAX_TTL) > 0) {
            throw InvalidRequest.field(
                    TTL, "'ttl' is not a time from 1s to " + MAX_TTL.toSeconds() + "s", "such as 60s");
        }
        return ttl;
    }
}
