package io.igregulator.webhooks.benchmark.measure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks one whole request against both dialects' specifications, with nothing of the platform's own code. */
final class CheckSignature {
    private static final String HMAC = "HmacSHA256";
    private static final String HEAD_END = "\r\n\r\n";
    private static final String PREFIX = "whsec_";

    private final Map<String, String> headers = new HashMap<>();
    private final byte[] body;
    private final int endpoint;

    CheckSignature(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf(HEAD_END);
        text.substring(0, headEnd).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        });
        this.endpoint = endpoint(text.substring(0, text.indexOf("\r\n")));
        this.body = Arrays.copyOfRange(request, headEnd + HEAD_END.length(), request.length);
    }

    boolean passes(String secret) {
        return stripe(secret) && standard(secret);
    }

    private boolean stripe(String secret) {
        String header = headers.getOrDefault("x-igregulator-signature", "");
        int comma = header.indexOf(',');
        if (!header.startsWith("t=") || comma < 0) {
            return false;
        }
        byte[] mac = mac(secret.getBytes(StandardCharsets.UTF_8), header.substring(2, comma) + ".");
        return header.substring(comma + 1).equals("v1=" + HexFormat.of().formatHex(mac));
    }

    private boolean standard(String secret) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        byte[] mac = mac(key, headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + ".");
        return ("v1," + Base64.getEncoder().encodeToString(mac)).equals(headers.get("webhook-signature"));
    }

    private byte[] mac(byte[] key, String prefix) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static int endpoint(String requestLine) {
        String path = requestLine.split(" ", -1)[1];
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Which one the request's path names. */
    int endpoint() {
        return endpoint;
    }
}
