package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that never make a request take neither the port nor much time. */
class StrangersIT {
    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final RunningApi API = RunningApi.with(Map.of(
            "webhooks.connections.max-per-port", Integer.toString(MOST),
            "webhooks.connections.head-timeout", "2s",
            "webhooks.connections.body-timeout", "1s"));

    /** Places are not given back by a deadline before the test ends. */
    private static final RunningApi PATIENT = RunningApi.with(Map.of(
            "webhooks.connections.max-per-port", Integer.toString(MOST), "webhooks.connections.head-timeout", "10m"));

    private final List<Stranger> strangers = new ArrayList<>();

    @AfterAll
    static void stop() {
        API.close();
        PATIENT.close();
    }

    @AfterEach
    void leave() throws IOException {
        for (Stranger stranger : strangers) {
            stranger.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "operator"})
    void aFullPortClosesWhatHasWaitedForLongestAndServesNewRequests(String side) throws IOException {
        for (int i = 0; i < 5 * MOST; i++) {
            come(PATIENT, side).say("GET /v1/webhooks HTTP/1.1\r\nHost: a");
        }

        answers(PATIENT, side);

        assertThat(closed()).isGreaterThanOrEqualTo(3 * MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "operator"})
    void silentConnectionsGiveWayToo(String side) throws IOException {
        for (int i = 0; i < 5 * MOST; i++) {
            come(PATIENT, side);
        }

        answers(PATIENT, side);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "operator"})
    void aHeadHasADeadlineHoweverBusilyBytesCome(String side) throws IOException {
        Stranger stranger = come(side).say("GET /v1/webhooks HTTP/1.1\r\nX-Long: ");

        assertThat(stranger.dripUntilClosed(LONGEST)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void aBodyHasADeadlineHoweverBusilyBytesCome() throws IOException {
        Stranger stranger = come("public")
                .say("POST /v1/webhooks HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                        + API.customer("pro").key()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{");

        assertThat(stranger.dripUntilClosed(LONGEST)).isLessThan(LONGEST);
    }

    @Test
    void theBodyOfARefusedRequestIsNotWaitedFor() throws IOException {
        Stranger stranger = come("public")
                .say("POST /v1/webhooks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 60000\r\n\r\n{");

        assertThat(stranger.dripUntilClosed(LONGEST)).isLessThan(LONGEST);
    }

    private int closed() throws IOException {
        int closed = 0;
        for (Stranger stranger : strangers) {
            closed += stranger.closed() ? 1 : 0;
        }
        return closed;
    }

    private Stranger come(String side) throws IOException {
        return come(API, side);
    }

    private Stranger come(RunningApi api, String side) throws IOException {
        Stranger stranger = new Stranger(side.equals("public") ? api.port() : api.operatorPort());
        strangers.add(stranger);
        return stranger;
    }

    private static void answers(RunningApi api, String side) {
        if (side.equals("public")) {
            api.anonymous().get("/openapi.json").is(200);
        } else {
            api.operator().get("/actuator/health/liveness").is(200);
        }
    }
}
