package io.igregulator.webhooks.http;

import java.nio.ByteBuffer;

/** A receiver's bytes in the pieces that a test cuts them into, then the end. */
final class ScriptedWire implements Wire {
    private final byte[] bytes;
    private final int cut;
    private final int piece;
    private int position;
    private int reads;

    /**
     * @param cut where the first piece ends at the latest
     * @param piece the longest piece
     */
    ScriptedWire(byte[] bytes, int cut, int piece) {
        this.bytes = bytes;
        this.cut = cut;
        this.piece = piece;
    }

    int reads() {
        return reads;
    }

    int position() {
        return position;
    }

    @Override
    public int read(ByteBuffer into) {
        reads++;
        if (position == bytes.length) {
            return -1;
        }
        int end = position < cut ? cut : bytes.length;
        int length = Math.min(Math.min(end - position, piece), into.remaining());
        into.put(bytes, position, length);
        position += length;
        return length;
    }

    @Override
    public void write(ByteBuffer from) {
        from.position(from.limit());
    }

    @Override
    public boolean quiet() {
        return position == bytes.length;
    }

    @Override
    public void close() {}
}
