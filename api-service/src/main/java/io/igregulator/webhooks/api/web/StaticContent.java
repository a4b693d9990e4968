package io.igregulator.webhooks.api.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that changes with a release only, and that the caller alone may keep: written once, and answered with 304 where the client
 * has it already.
 *
 * @param tag changes with the bytes
 */
public record StaticContent(byte[] bytes, String tag) {
    public static StaticContent json(Object view, JsonMapper json) {
        byte[] bytes = json.writeValueAsBytes(view);
        return new StaticContent(bytes, '"' + OpenDocument.tag(bytes) + '"');
    }

    public ResponseEntity<byte[]> toCaller() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(OpenDocument.FRESH).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, OpenDocument.INLINE)
                .body(bytes);
    }
}
