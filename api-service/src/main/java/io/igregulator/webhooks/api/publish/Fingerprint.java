package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.hash.Sha256;
import java.util.HexFormat;

/** SHA-256 of a body's bytes: two bodies are the same when these are. */
record Fingerprint(String hex) {
    static Fingerprint of(byte[] body) {
        return ofDigest(Sha256.of(body));
    }

    static Fingerprint ofDigest(byte[] sha256) {
        return new Fingerprint(HexFormat.of().formatHex(sha256));
    }

    byte[] toDigest() {
        return HexFormat.of().parseHex(hex);
    }
}
