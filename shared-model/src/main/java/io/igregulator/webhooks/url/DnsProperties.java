package io.igregulator.webhooks.url;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may hold how many DNS lookups at one time. A name whose servers do not answer holds one until the operating system
 * gives up, which takes longer than any caller waits for it.
 *
 * @param maxLookups in all, one thread each
 * @param maxLookupsPerDomain of names below one domain
 * @param maxLookupsPerAccount of one account
 * @param maxWait how long a place is waited for
 * @param rememberTimeouts how long a name that was not answered in time counts as not answered
 */
@ConfigurationProperties("webhooks.dns")
public record DnsProperties(
        @DefaultValue("512") int maxLookups,
        @DefaultValue("64") int maxLookupsPerDomain,
        @DefaultValue("32") int maxLookupsPerAccount,
        @DefaultValue("1s") Duration maxWait,
        @DefaultValue("30s") Duration rememberTimeouts) {
    public DnsProperties {
        if (maxLookupsPerAccount < 1 || maxLookupsPerDomain < 1) {
            throw new IllegalArgumentException("webhooks.dns.max-lookups-per-account and -per-domain must be positive");
        }
        if (maxLookups < maxLookupsPerDomain || maxLookups < maxLookupsPerAccount) {
            throw new IllegalArgumentException("webhooks.dns.max-lookups must not be below a share of it");
        }
        if (maxWait.isNegative() || rememberTimeouts.isNegative()) {
            throw new IllegalArgumentException("webhooks.dns.max-wait and .remember-timeouts must not be negative");
        }
    }
}
