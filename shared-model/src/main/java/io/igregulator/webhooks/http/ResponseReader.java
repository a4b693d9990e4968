package io.igregulator.webhooks.http;

import static io.igregulator.webhooks.http.ReceivedBytes.check;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the response to one request, bounded in each dimension: the length of a line, the number of fields and of interim
 * responses, the bytes of the body, and the bytes on the wire, since chunks may be a thousand times what is in them.
 */
final class ResponseReader {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseReader.class);
    private static final int MAX_INTERIM = 32;
    private static final int SWITCHING_PROTOCOLS = 101;

    /** How much longer than its content a body may be on the wire. */
    private static final int WRAPPED = 2;

    /** Hexadecimal digits of a chunk's size: what is larger is beyond any limit. */
    private static final int MAX_CHUNK_DIGITS = 15;

    private final ReceivedBytes in;
    private final long maxBody;
    private final BodyExcerpt body;
    private long wireEnd;

    private ResponseReader(ReceivedBytes in, int keptBody, long maxBody) {
        this.in = in;
        this.maxBody = maxBody;
        this.body = new BodyExcerpt(keptBody);
    }

    /**
     * The final response. A body that is too long, malformed or breaks off does not take back the status.
     *
     * @param keptBody bytes of the body that are kept
     * @param maxBody bytes of the body that are read
     */
    static Response read(ReceivedBytes in, int keptBody, long maxBody) throws IOException {
        return new ResponseReader(in, keptBody, maxBody).read();
    }

    private Response read() throws IOException {
        ResponseHead head = ResponseHead.read(in);
        for (int interim = 0; head.interim(); interim++) {
            // Nothing was asked for that a receiver could switch to.
            check(head.status() != SWITCHING_PROTOCOLS, "a switch to another protocol");
            check(interim < MAX_INTERIM, "more than 32 interim responses");
            head = ResponseHead.read(in);
        }
        wireEnd = in.received() + WRAPPED * maxBody;
        boolean complete = head.bodiless() || readBody(head);
        boolean reusable = complete && head.persistent() && in.isEmpty();
        return new Response(head.status(), body.text(), head.retryAfter(), reusable);
    }

    /** Whether the body ended where its framing says, with no doubt about it. */
    private boolean readBody(ResponseHead head) {
        try {
            if (head.chunked()) {
                boolean complete = readChunks();
                // Two framings at once are an attempt to smuggle, or as good as one (RFC 9112, section 6.1).
                return complete && head.contentLength() == ResponseHead.UNKNOWN;
            }
            if (head.contentLength() == ResponseHead.UNKNOWN) {
                read(maxBody);
                return false;
            }
            return read(head.contentLength());
        } catch (IOException e) {
            LOG.debug("a response body broke off after its status", e);
            return false;
        }
    }

    /** Whether so many bytes came, within the limits. */
    private boolean read(long length) throws IOException {
        long left = Math.min(length, maxBody - body.total());
        boolean within = left == length;
        while (left > 0) {
            int taken = in.take(left, body);
            if (taken == 0 || in.received() > wireEnd) {
                return false;
            }
            left -= taken;
        }
        return within;
    }

    private boolean readChunks() throws IOException {
        while (true) {
            in.nextLine();
            long size = chunkSize();
            if (size == 0) {
                ResponseHead.skipTrailers(in, wireEnd);
                return true;
            }
            if (!read(size) || in.received() > wireEnd) {
                return false;
            }
            in.nextLine();
            check(in.lineLength() == 0, "a chunk is longer than its size");
        }
    }

    /** {@code 1*HEXDIG}, then nothing or extensions, which mean nothing (RFC 9112, section 7.1). */
    private long chunkSize() throws IOException {
        long size = 0;
        int at = 0;
        while (at < in.lineLength() && Character.digit(in.inLine(at), 16) >= 0) {
            size = 16 * size + Character.digit(in.inLine(at), 16);
            at++;
        }
        boolean ends = at == in.lineLength() || "; \t".indexOf(in.inLine(at)) >= 0;
        check(at > 0 && at <= MAX_CHUNK_DIGITS && ends, "a chunk has no size");
        return size;
    }
}
