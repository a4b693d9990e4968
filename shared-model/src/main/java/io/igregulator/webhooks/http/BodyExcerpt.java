package io.igregulator.webhooks.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads an answer's body up to a limit and keeps its beginning. */
final class BodyExcerpt {
    /** Most receivers answer with a word or two. */
    private static final int FIRST_CHUNK = 128;

    private static final int CHUNK = 4096;
    private static final byte[] NOTHING = {};

    private final int keptBytes;
    private final long limit;
    private byte[] kept = NOTHING;
    private int keptLength;
    private long total;

    BodyExcerpt(int keptBytes, long maxBytes) {
        this.keptBytes = keptBytes;
        this.limit = maxBytes;
    }

    /** Stops at the limit: what is left unread is cut off with the connection. */
    void read(InputStream body) throws IOException {
        while (keptLength < keptBytes) {
            if (keptLength == kept.length) {
                kept = Arrays.copyOf(kept, Math.min(Math.max(FIRST_CHUNK, 4 * kept.length), keptBytes));
            }
            int read = body.read(kept, keptLength, (int) Math.min(kept.length - keptLength, limit - total));
            if (read <= 0) {
                return;
            }
            keptLength += read;
            total += read;
        }
        skipTheRest(body);
    }

    private void skipTheRest(InputStream body) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (total < limit) {
            int read = body.read(chunk, 0, (int) Math.min(chunk.length, limit - total));
            if (read < 0) {
                return;
            }
            total += read;
        }
    }

    @Nullable
    String text() {
        return keptLength == 0 ? null : decoded().replace("\0", "");
    }

    private String decoded() {
        CharBuffer text = CharBuffer.allocate(keptLength);
        boolean complete = keptLength == total;
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                // Not the end of input if more was read than kept: half a character at the cut is dropped, not
                // replaced.
                .decode(ByteBuffer.wrap(Arrays.copyOf(kept, keptLength)), text, complete);
        return text.flip().toString();
    }
}
