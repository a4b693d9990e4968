package io.igregulator.webhooks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/** Apache's HTTP/1.1 parser with the limits that ours has, as a second opinion. */
final class ReferenceParser {
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(8 * 1024)
            .setMaxHeaderCount(100)
            .build();

    /**
     * What the reference makes of a stream.
     *
     * @param left bytes that it did not read
     */
    record Verdict(int status, byte[] body, boolean complete, int left) {}

    private ReferenceParser() {}

    /** Null for what is not a response. */
    static @Nullable Verdict read(byte[] stream) {
        ByteArrayInputStream in = new ByteArrayInputStream(stream);
        SessionInputBufferImpl buffer = new SessionInputBufferImpl(16 * 1024);
        DefaultHttpResponseParser parser = new DefaultHttpResponseParser(LIMITS);
        try {
            @Nullable ClassicHttpResponse response = parser.parse(buffer, in);
            while (response != null && response.getCode() < 200) {
                response = parser.parse(buffer, in);
            }
            return response == null ? null : verdict(response, buffer, in);
        } catch (IOException | HttpException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Verdict verdict(
            ClassicHttpResponse response, SessionInputBufferImpl buffer, InputStream in)
            throws IOException, HttpException {
        InputStream body = body(response, buffer, in);
        byte[] bytes = new byte[128 * 1024];
        int length = 0;
        boolean complete = true;
        try {
            for (int read = body.read(bytes); read >= 0; read = body.read(bytes, length, bytes.length - length)) {
                length += read;
            }
        } catch (IOException e) {
            complete = false;
        }
        return new Verdict(
                response.getCode(), Arrays.copyOf(bytes, length), complete, buffer.length() + in.available());
    }

    private static InputStream body(ClassicHttpResponse response, SessionInputBufferImpl buffer, InputStream in)
            throws HttpException {
        if (response.getCode() == 204 || response.getCode() == 304) {
            return InputStream.nullInputStream();
        }
        if (response.containsHeader("Transfer-Encoding")) {
            if (!"chunked"
                    .equalsIgnoreCase(response.getHeader("Transfer-Encoding").getValue())) {
                throw new HttpException("a coding but chunked");
            }
            return new ChunkedInputStream(buffer, in);
        }
        // The reference refuses equal values, which RFC 9112 takes for one.
        Set<String> lengths = Arrays.stream(response.getHeaders("Content-Length"))
                .flatMap(header -> Arrays.stream(header.getValue().split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (lengths.isEmpty()) {
            return new IdentityInputStream(buffer, in);
        }
        if (lengths.size() > 1) {
            throw new HttpException("two lengths");
        }
        long length = Long.parseLong(lengths.iterator().next());
        if (length < 0) {
            throw new HttpException("a negative length");
        }
        return new ContentLengthInputStream(buffer, in, length);
    }
}
