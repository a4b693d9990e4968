package io.igregulator.webhooks.port;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection of a request that was answered before its body was read, unless the rest comes at once. Tomcat would
 * read up to 2 MB of it without a deadline, from callers without a key as well. A body that has been sent already is read, as
 * closing before that could take the answer from its client.
 */
final class UnreadBodyValve extends ValveBase {
    private static final int MOST = 2 * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && !request.isFinished() && hasBody(request)) {
                // Before the answer goes out: a client may send its next request as soon as it has it.
                boolean drained = drained(request);
                if (!drained) {
                    response.setHeader("Connection", "close");
                }
                response.finishResponse();
                if (!drained) {
                    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Looks at the socket as well, which the stream's own answer does not. */
    private static boolean hasCome(Request request) {
        request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
        return request.getCoyoteRequest().getAvailable() > 0;
    }

    private static boolean drained(Request request) {
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] buffer = new byte[4096];
        int read = 0;
        try {
            InputStream rest = request.getStream();
            while (read < MOST && System.nanoTime() - end < 0 && !request.isFinished()) {
                if (hasCome(request)) {
                    read += Math.max(0, rest.read(buffer));
                } else {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            }
        } catch (IOException e) {
            return false;
        }
        return request.isFinished();
    }
}
