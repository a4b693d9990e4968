package io.igregulator.webhooks.signature;

import io.igregulator.webhooks.event.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The {@code webhook-signature} dialect of the Standard Webhooks specification: HMAC-SHA256 over
 * {@code <id>.<timestamp>.<body>}, keyed with the base64-decoded part after the prefix.
 */
final class StandardWebhooksSignature {
    /** Of one signature and the blank before it. */
    private static final int LENGTH = " v1,".length() + 44;

    private StandardWebhooksSignature() {}

    static String of(String messageId, Instant attemptedAt, Body body, List<SigningSecret> secrets) {
        byte[] prefix = (messageId + "." + attemptedAt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        StringBuilder header = new StringBuilder(secrets.size() * LENGTH);
        for (SigningSecret secret : secrets) {
            header.append(header.isEmpty() ? "" : " ").append("v1,");
            header.append(Base64.getEncoder().encodeToString(secret.decoded().of(prefix, body)));
        }
        return header.toString();
    }
}
