package io.igregulator.webhooks.api.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a body's bytes: two bodies are the same when these are. */
record Fingerprint(String hex) {
    static Fingerprint of(byte[] body) {
        try {
            return ofDigest(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Fingerprint ofDigest(byte[] sha256) {
        return new Fingerprint(HexFormat.of().formatHex(sha256));
    }

    byte[] toDigest() {
        return HexFormat.of().parseHex(hex);
    }
}
