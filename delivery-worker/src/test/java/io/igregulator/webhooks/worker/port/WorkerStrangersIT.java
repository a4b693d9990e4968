package io.igregulator.webhooks.worker.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that never make a request do not keep the worker's health from being asked for. */
class WorkerStrangersIT {
    private static final int MOST = 10;

    private static boolean closed(Socket stranger) {
        try {
            stranger.setSoTimeout(50);
            return stranger.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aFullPortClosesWhatHasWaitedForLongestAndAnswers() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try (var worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.connections.max-per-port=" + MOST,
                "webhooks.connections.head-timeout=60s")) {
            for (int i = 0; i < 3 * MOST; i++) {
                Socket stranger = new Socket(InetAddress.getLoopbackAddress(), worker.port());
                strangers.add(stranger);
                stranger.getOutputStream().write("GET / HTTP/1.1\r\nX: y".getBytes(StandardCharsets.ISO_8859_1));
            }

            assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(strangers.stream().filter(WorkerStrangersIT::closed).count())
                    .isGreaterThanOrEqualTo(MOST);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }
}
