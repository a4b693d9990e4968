package io.igregulator.webhooks.benchmark.raw;

import java.util.List;
import java.util.Optional;

/**
 * What the raw client posts.
 *
 * @param concurrency requests in flight at one time
 * @param truststore PEM file of the authority that signed the receiver's certificate, for HTTPS
 * @param nativeTls whether BoringSSL speaks TLS
 */
public record RawPlan(
        List<String> urls,
        int bodyBytes,
        int concurrency,
        int warmUpSeconds,
        int seconds,
        Optional<String> truststore,
        boolean nativeTls) {
    public RawPlan {
        urls = List.copyOf(urls);
    }
}
