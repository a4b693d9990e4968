package io.igregulator.webhooks.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/**
 * The {@code webhook-signature} dialect of the Standard Webhooks specification: HMAC-SHA256 over
 * {@code <id>.<timestamp>.<body>}, keyed with the base64-decoded part after the prefix.
 */
final class StandardWebhooksSignature {
    private StandardWebhooksSignature() {}

    static String of(String messageId, Instant attemptedAt, byte[] body, List<SigningSecret> secrets) {
        byte[] prefix = (messageId + "." + attemptedAt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        StringJoiner header = new StringJoiner(" ");
        for (SigningSecret secret : secrets) {
            header.add(
                    "v1," + Base64.getEncoder().encodeToString(secret.decoded().of(prefix, body)));
        }
        return header.toString();
    }
}
