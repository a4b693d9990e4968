package io.igregulator.webhooks.port;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.apache.coyote.CloseNowException;

/** An answer's stream that ends with an exception when its reader takes too long for what it has got so far. */
final class TimedAnswer extends ServletOutputStream {
    /** Written at once, so that the time is looked at in between. */
    private static final int STEP = 8192;

    private final ServletOutputStream answer;
    private final ConnectionProperties properties;
    private final long start = System.nanoTime();
    private long sent;

    TimedAnswer(ServletOutputStream answer, ConnectionProperties properties) {
        this.answer = answer;
        this.properties = properties;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += STEP) {
            int step = Math.min(STEP, length - done);
            answer.write(bytes, offset + done, step);
            sent += step;
            if (System.nanoTime() - start > properties.allowedFor(sent).toNanos()) {
                // Ends the connection. The client is at fault, so the log need not mention it.
                throw new CloseNowException("the answer was read too slowly");
            }
        }
    }

    @Override
    public void flush() throws IOException {
        answer.flush();
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }

    @Override
    public boolean isReady() {
        return answer.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        answer.setWriteListener(listener);
    }
}
