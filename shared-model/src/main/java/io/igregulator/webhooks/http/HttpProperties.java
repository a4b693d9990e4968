package io.igregulator.webhooks.http;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of one exchange with a receiver, and of the connection pool.
 *
 * @param connectTimeout for one address, and again for the TLS handshake
 * @param exchangeTimeout for all of it: a connection from the pool, DNS, connect, TLS, headers, body
 * @param maxResponseBytes how much of an answer's body is read before the connection is closed
 * @param keptResponseBytes how much of it is kept
 * @param maxConnections open at one time, idle ones included
 * @param maxConnectionsPerRoute to one host and port, which endpoints may share
 * @param idleConnectionTimeout after which an idle connection is closed
 * @param userAgent sent with every request
 * @param sslBundle the Spring Boot SSL bundle that says which certificates to trust; empty for those the JVM trusts
 * @param nativeTls whether BoringSSL speaks TLS, where it loads, instead of the JDK: new connections cost less, open
 *     ones more
 */
@ConfigurationProperties("webhooks.http")
public record HttpProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration exchangeTimeout,
        @DefaultValue("64KB") DataSize maxResponseBytes,
        @DefaultValue("4KB") DataSize keptResponseBytes,
        @DefaultValue("2500") int maxConnections,
        @DefaultValue("500") int maxConnectionsPerRoute,
        @DefaultValue("30s") Duration idleConnectionTimeout,
        @DefaultValue("iGregulator-Webhooks/1") String userAgent,
        @DefaultValue("") String sslBundle,
        @DefaultValue("false") boolean nativeTls) {
    public HttpProperties {
        Require.that(connectTimeout.isPositive(), "webhooks.http.connect-timeout must be positive");
        Require.that(exchangeTimeout.isPositive(), "webhooks.http.exchange-timeout must be positive");
        Require.that(idleConnectionTimeout.isPositive(), "webhooks.http.idle-connection-timeout must be positive");
        Require.that(keptResponseBytes.toBytes() >= 0, "webhooks.http.kept-response-bytes must not be negative");
        Require.that(
                maxResponseBytes.compareTo(keptResponseBytes) >= 0,
                "webhooks.http.max-response-bytes must be at least kept-response-bytes");
        Require.that(maxConnectionsPerRoute >= 1, "webhooks.http.max-connections-per-route must be at least 1");
        Require.that(
                maxConnections >= maxConnectionsPerRoute,
                "webhooks.http.max-connections must be at least those of one route");
        Require.that(!userAgent.isBlank(), "webhooks.http.user-agent must not be blank");
    }
}
