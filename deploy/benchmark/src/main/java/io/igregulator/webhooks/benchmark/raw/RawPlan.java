package io.igregulator.webhooks.benchmark.raw;

import java.util.List;
import java.util.Optional;

/**
 * What the raw client posts.
 *
 * @param receiver the process that answers, whose processor time is read too
 * @param concurrency requests in flight at one time
 * @param mostWarmUpSeconds after which it measures even if it is still getting faster
 * @param truststore PEM file of the authority that signed the receiver's certificate, for HTTPS
 * @param nativeTls whether BoringSSL speaks TLS
 */
public record RawPlan(
        RawClientKind client,
        long receiver,
        List<String> urls,
        int bodyBytes,
        int concurrency,
        int mostWarmUpSeconds,
        int seconds,
        Optional<String> truststore,
        boolean nativeTls) {
    public RawPlan {
        urls = List.copyOf(urls);
    }
}
