package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.hash.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A document for every reader, which changes with a release only. It is kept compressed, and sent so to clients that take gzip,
 * as all browsers do: as text the documents would hold megabytes of the heap.
 */
public final class OpenDocument {
    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    public static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** How soon a client that has an old version notices a new version of the service. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** Said before Spring says otherwise, which takes a dot in the path for a file's and calls it f.txt. */
    static final String INLINE = "inline";

    private static final int TAG_DIGITS = 32;

    private final MediaType type;
    private final byte[] compressed;
    private final int length;
    private final String tag;
    private final Map<String, String> headers;

    private OpenDocument(MediaType type, byte[] compressed, int length, String tag, Map<String, String> headers) {
        this.type = type;
        this.compressed = compressed;
        this.length = length;
        this.tag = tag;
        this.headers = Map.copyOf(headers);
    }

    public static OpenDocument of(MediaType type, byte[] bytes) {
        return new OpenDocument(type, compress(bytes), bytes.length, tag(bytes), Map.of());
    }

    public static OpenDocument of(MediaType type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without quotes. */
    static String tag(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, TAG_DIGITS);
    }

    /** Sent with one more header. */
    public OpenDocument with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OpenDocument(type, compressed, length, tag, more);
    }

    public String text() {
        try (InputStream in = plain()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a tag for each of the two forms, which are different bytes. */
    public ResponseEntity<Resource> answer(HttpServletRequest request) {
        return AcceptedCoding.isGzip(request)
                ? head(compressed.length, "-gzip")
                        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                        .body(new InputStreamResource(() -> new ByteArrayInputStream(compressed)))
                : head(length, "").body(new InputStreamResource(this::plain));
    }

    private ResponseEntity.BodyBuilder head(int contentLength, String form) {
        ResponseEntity.BodyBuilder head = ResponseEntity.ok()
                .contentType(type)
                .contentLength(contentLength)
                .eTag('"' + tag + form + '"')
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_DISPOSITION, INLINE)
                // A browser takes the bytes as nothing but their type.
                .header("X-Content-Type-Options", "nosniff");
        headers.forEach(head::header);
        return head;
    }

    private InputStream plain() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed));
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
