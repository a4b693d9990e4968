package io.igregulator.webhooks.api.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** JSON that changes with a release only: written once, and recognised by those who have it already. */
record Representation(byte[] json, String etag) {
    private static final Duration FRESH = Duration.ofMinutes(5);

    static Representation of(Object view) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(view);
        return new Representation(json, "\"" + sha256(json).substring(0, 32) + "\"");
    }

    /** Answered with 304 where the request's {@code If-None-Match} has the tag. */
    ResponseEntity<byte[]> toResponse() {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                // Said before Spring does, which takes the dot in a type's name for a file's and calls it f.txt.
                .header("Content-Disposition", "inline")
                .body(json);
    }

    private static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
