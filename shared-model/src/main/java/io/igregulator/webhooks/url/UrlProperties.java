package io.igregulator.webhooks.url;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an endpoint's URL may be.
 *
 * @param allowHttp whether plain http is accepted, for development
 * @param allowedCidrs blocks that are let through although they are private or special, for development
 * @param dnsTimeout how long one lookup may take
 * @param blockedCidrs blocks that are refused although they are public, such as the platform's own
 * @param allowedPorts ports and ranges of ports that receivers may listen on; none for any port
 */
@ConfigurationProperties("webhooks.url")
public record UrlProperties(
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue List<String> allowedCidrs,
        @DefaultValue("5s") Duration dnsTimeout,
        @DefaultValue List<String> blockedCidrs,
        @DefaultValue List<String> allowedPorts) {
    @ConstructorBinding
    public UrlProperties {
        allowedCidrs = List.copyOf(allowedCidrs);
        allowedCidrs.forEach(Cidr::parse);
        blockedCidrs = List.copyOf(blockedCidrs);
        blockedCidrs.forEach(Cidr::parse);
        allowedPorts = List.copyOf(allowedPorts);
        allowedPorts.forEach(PortRange::parse);
        if (!dnsTimeout.isPositive()) {
            throw new IllegalArgumentException("webhooks.url.dns-timeout must be positive");
        }
    }

    /** Any port, and nothing blocked beyond what always is. */
    public UrlProperties(boolean allowHttp, List<String> allowedCidrs, Duration dnsTimeout) {
        this(allowHttp, allowedCidrs, dnsTimeout, List.of(), List.of());
    }

    /** Without regard to case; null for a URL that has none. */
    public boolean permitsScheme(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || (allowHttp && "http".equalsIgnoreCase(scheme));
    }

    public AddressPolicy addressPolicy() {
        return new AddressPolicy(
                allowedCidrs.stream().map(Cidr::parse).toList(),
                blockedCidrs.stream().map(Cidr::parse).toList());
    }

    public PortPolicy portPolicy() {
        return new PortPolicy(allowedPorts.stream().map(PortRange::parse).toList());
    }
}
