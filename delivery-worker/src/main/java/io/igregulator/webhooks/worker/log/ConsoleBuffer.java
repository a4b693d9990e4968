package io.igregulator.webhooks.worker.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/** Bytes on their way to the console, whole lines as long as they fit. Used by one thread at a time. */
final class ConsoleBuffer {
    private static final int BYTES = 64 * 1024;

    private final OutputStream console;
    private final CharsetEncoder encoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    private char[] chars = new char[1024];

    ConsoleBuffer(OutputStream console, Charset charset) {
        this.console = console;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    void put(StringBuilder line) throws IOException {
        int length = line.length();
        makeRoom(length);
        if (chars.length < length) {
            chars = new char[length];
        }
        line.getChars(0, length, chars, 0);
        CharBuffer in = CharBuffer.wrap(chars, 0, length);
        encoder.reset();
        while (encoder.encode(in, bytes, true).isOverflow()) {
            flush();
        }
        while (encoder.flush(bytes).isOverflow()) {
            flush();
        }
    }

    void put(byte[] line) throws IOException {
        makeRoom(line.length);
        if (line.length <= bytes.remaining()) {
            bytes.put(line);
        } else {
            console.write(line);
            console.flush();
        }
    }

    void flush() throws IOException {
        try {
            console.write(bytes.array(), 0, bytes.position());
            console.flush();
        } finally {
            bytes.clear();
        }
    }

    private void makeRoom(int wanted) throws IOException {
        if (wanted > bytes.remaining()) {
            flush();
        }
    }
}
