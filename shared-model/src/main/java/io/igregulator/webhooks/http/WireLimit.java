package io.igregulator.webhooks.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Ends a body once its connection has brought a number of bytes: what chunks are wrapped in may be a thousand times what
 * is in them.
 */
final class WireLimit extends FilterInputStream {
    private final LongSupplier received;
    private final long end;

    /** @param received how many bytes the connection has brought so far */
    WireLimit(InputStream body, LongSupplier received, long limit) {
        super(body);
        this.received = received;
        this.end = received.getAsLong() + limit;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return received.getAsLong() > end ? -1 : super.read(bytes, offset, length);
    }
}
