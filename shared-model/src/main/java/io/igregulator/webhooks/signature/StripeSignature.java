package io.igregulator.webhooks.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The {@code t=…,v1=…} dialect that stock Stripe verifiers accept: HMAC-SHA256 over {@code <t>.<body>}, keyed with the
 * whole secret text.
 */
final class StripeSignature {
    private StripeSignature() {}

    static String of(Instant attemptedAt, byte[] body, List<SigningSecret> secrets) {
        long seconds = attemptedAt.getEpochSecond();
        byte[] prefix = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        StringBuilder header = new StringBuilder("t=").append(seconds);
        for (SigningSecret secret : secrets) {
            header.append(",v1=")
                    .append(HexFormat.of().formatHex(secret.wholeText().of(prefix, body)));
        }
        return header.toString();
    }
}
