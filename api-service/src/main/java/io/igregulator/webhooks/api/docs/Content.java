package io.igregulator.webhooks.api.docs;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/**
 * Bytes that stay the same as long as the service runs.
 *
 * @param tag changes with the bytes
 */
record Content(MediaType type, byte[] bytes, String tag) {
    /** A new version of the service is noticed that soon by whoever has the old one's pages. */
    private static final CacheControl CACHING =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    static Content of(MediaType type, byte[] bytes) {
        return new Content(type, bytes, "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"");
    }

    ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .cacheControl(CACHING)
                // Said before Spring does, which would call it f.txt.
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff");
    }
}
