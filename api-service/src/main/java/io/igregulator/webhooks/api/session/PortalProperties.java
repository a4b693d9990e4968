package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The customers' portal.
 *
 * @param url what customers reach the public port at; empty for this machine
 * @param embedIn origins whose pages may show the portal in a frame
 * @param sessionIdle after so long without a request a session ends
 * @param sessionLongest after so long every session ends
 */
@ConfigurationProperties("webhooks.portal")
public record PortalProperties(
        @DefaultValue("") String url,
        @DefaultValue List<String> embedIn,
        @DefaultValue("1h") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLongest) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    public PortalProperties {
        embedIn = List.copyOf(embedIn);
        Require.that(
                embedIn.stream().allMatch(origin -> ORIGIN.matcher(origin).matches()),
                "webhooks.portal.embed-in must hold origins, such as https://app.example.com");
        Require.that(
                url.isEmpty() || ORIGIN.matcher(url).matches(),
                "webhooks.portal.url must be an origin, such as https://hooks.example.com");
    }

    SessionLength session() {
        return new SessionLength(sessionIdle, sessionLongest);
    }
}
