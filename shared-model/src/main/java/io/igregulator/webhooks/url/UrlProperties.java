package io.igregulator.webhooks.url;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an endpoint's URL may be.
 *
 * @param allowHttp whether plain http is accepted, for development
 * @param allowedCidrs blocks that are let through although they are private or special, for development
 * @param dnsTimeout how long one lookup may take
 */
@ConfigurationProperties("webhooks.url")
public record UrlProperties(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue List<String> allowedCidrs,
        @DefaultValue("5s") Duration dnsTimeout) {
    public UrlProperties {
        allowedCidrs = List.copyOf(allowedCidrs);
        allowedCidrs.forEach(Cidr::parse);
        if (!dnsTimeout.isPositive()) {
            throw new IllegalArgumentException("webhooks.url.dns-timeout must be positive");
        }
    }

    /** Without regard to case; null for a URL that has none. */
    public boolean permitsScheme(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || (allowHttp && "http".equalsIgnoreCase(scheme));
    }

    public AddressPolicy addressPolicy() {
        return new AddressPolicy(allowedCidrs.stream().map(Cidr::parse).toList());
    }
}
