package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes that change with a release only: written once, and answered with 304 where the client has them already.
 *
 * @param tag changes with the bytes
 */
public record StaticContent(MediaType type, byte[] bytes, String tag) {
    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    public static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** How soon a client that has an old version's bytes notices a new version of the service. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final int TAG_DIGITS = 32;

    public static StaticContent of(MediaType type, byte[] bytes) {
        return new StaticContent(
                type, bytes, '"' + HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, TAG_DIGITS) + '"');
    }

    public static StaticContent json(Object view, JsonMapper json) {
        return of(MediaType.APPLICATION_JSON, json.writeValueAsBytes(view));
    }

    /** The head of an answer that any cache may keep. A browser takes the bytes as nothing but their type. */
    public ResponseEntity.BodyBuilder open() {
        return head(CacheControl.maxAge(FRESH).cachePublic()).header("X-Content-Type-Options", "nosniff");
    }

    /** An answer that only the caller may keep. */
    public ResponseEntity<byte[]> toCaller() {
        return head(CacheControl.maxAge(FRESH).cachePrivate()).body(bytes);
    }

    private ResponseEntity.BodyBuilder head(CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .cacheControl(caching)
                // Said before Spring does, which takes a dot in the path for a file's and calls it f.txt.
                .header("Content-Disposition", "inline");
    }
}
