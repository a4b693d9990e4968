package io.igregulator.webhooks.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts an answer's body and keeps its beginning. */
final class BodyExcerpt {
    /** Most receivers answer with a word or two. */
    private static final int FIRST_CHUNK = 128;

    private static final byte[] NOTHING = {};

    private final int keptBytes;
    private byte[] kept = NOTHING;
    private int keptLength;
    private long total;

    BodyExcerpt(int keptBytes) {
        this.keptBytes = keptBytes;
    }

    void add(byte[] bytes, int offset, int length) {
        int more = Math.min(length, keptBytes - keptLength);
        if (more > kept.length - keptLength) {
            int size = Math.max(Math.max(FIRST_CHUNK, 4 * kept.length), keptLength + more);
            kept = Arrays.copyOf(kept, Math.min(size, keptBytes));
        }
        System.arraycopy(bytes, offset, kept, keptLength, more);
        keptLength += more;
        total += length;
    }

    /** Bytes of the body so far, kept or not. */
    long total() {
        return total;
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
                .decode(ByteBuffer.wrap(kept, 0, keptLength), text, complete);
        return text.flip().toString();
    }
}
