package io.igregulator.webhooks.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one open connection, both ways. Calls block and end with an exception when the thread is interrupted. */
interface Wire {
    /**
     * Reads at least one byte into a buffer that has an array and room.
     *
     * @return how many, -1 when the receiver has closed its side
     */
    int read(ByteBuffer into) throws IOException;

    /** Writes all of a buffer that has an array. */
    void write(ByteBuffer from) throws IOException;

    /**
     * Whether the receiver has written nothing that was not read, and has not closed. May consume what it finds, so a
     * connection that is not quiet is of no use any more.
     */
    boolean quiet() throws IOException;

    /** Closes at once, without a word to the receiver. */
    void close();
}
