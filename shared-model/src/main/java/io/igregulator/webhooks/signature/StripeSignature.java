package io.igregulator.webhooks.signature;

import io.igregulator.webhooks.event.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The {@code t=…,v1=…} dialect that stock Stripe verifiers accept: HMAC-SHA256 over {@code <t>.<body>}, keyed with the
 * whole secret text.
 */
final class StripeSignature {
    private static final int TIME_LENGTH = "t=1767225600".length();

    /** Of one signature with its name. */
    private static final int LENGTH = ",v1=".length() + 64;

    private StripeSignature() {}

    static String of(Instant attemptedAt, Body body, List<SigningSecret> secrets) {
        long seconds = attemptedAt.getEpochSecond();
        byte[] prefix = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        StringBuilder header = new StringBuilder(TIME_LENGTH + secrets.size() * LENGTH);
        header.append("t=").append(seconds);
        for (SigningSecret secret : secrets) {
            HexFormat.of().formatHex(header.append(",v1="), secret.wholeText().of(prefix, body));
        }
        return header.toString();
    }
}
