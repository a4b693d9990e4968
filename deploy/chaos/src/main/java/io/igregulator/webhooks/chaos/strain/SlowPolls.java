package io.igregulator.webhooks.chaos.strain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Polls a feed of large events many times at once, and reads the answers slowly. */
final class SlowPolls implements Attack {
    private static final int POLLERS = 45;
    private static final int STEP = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final URI api;
    private final String key;
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable Crowd crowd;

    SlowPolls(URI api, String key) {
        this.api = api;
        this.key = key;
    }

    @Override
    public String name() {
        return "45 slow polls of large pages";
    }

    @Override
    public void begin() {
        crowd = new Crowd(POLLERS, number -> poll());
    }

    private void poll() {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(STEP);
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()));
            socket.getOutputStream()
                    .write(("GET /v1/watchlist/events?limit=500 HTTP/1.1\r\nHost: api\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + key + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[STEP];
            for (int read = in.read(buffer); read > 0 && !Thread.interrupted(); read = in.read(buffer)) {
                bytes.addAndGet(read);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String got() {
        return bytes.get() / 1024 + " KB";
    }

    @Override
    public boolean refusedProperly() {
        return true;
    }

    @Override
    public void close() {
        if (crowd != null) {
            crowd.close();
        }
    }
}
