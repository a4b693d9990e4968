package io.igregulator.webhooks.benchmark.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HttpRequestTest {
    private static final UUID DELIVERY = UUID.fromString("019358a4-8c00-8abc-9def-0123456789ab");
    private static final EventId EVENT = new EventId(new UUID(0x0193_58A4_8C00_1234L, 0xABCD_EF00_0001_E240L));

    private final HttpRequest request = new HttpRequest();

    @Test
    void readsWhatIsCounted() {
        byte[] bytes = bytes(head("/d/4711", 5) + "hello");

        assertThat(request.read(bytes, bytes.length)).isEqualTo(bytes.length);
        assertThat(request.endpoint()).isEqualTo(4711);
        assertThat(request.event()).isEqualTo(0x1E240);
        assertThat(request.delivery()).isEqualTo(DELIVERY.getLeastSignificantBits());
        assertThat(request.attempt()).isEqualTo(3);
        assertThat(request.conduct()).isEqualTo(new Conduct.Accepts());
    }

    @Test
    void waitsForWhatIsMissing() {
        byte[] bytes = bytes(head("/d/4711", 5) + "hello");

        for (int length = 0; length < bytes.length; length++) {
            assertThat(request.read(bytes, length)).as("%d bytes", length).isZero();
        }
    }

    @Test
    void leavesTheNextRequestAlone() {
        byte[] bytes = bytes(head("/d/1", 2) + "hi" + head("/d/2", 2) + "ho");

        assertThat(request.read(bytes, bytes.length)).isEqualTo(bytes.length / 2);
        assertThat(request.endpoint()).isEqualTo(1);
    }

    @Test
    void readsHowThePathAnswers() {
        assertThat(conduct("/h/7")).isEqualTo(new Conduct.Hangs());
        assertThat(conduct("/s/300/7")).isEqualTo(new Conduct.Delays(300));
        assertThat(conduct("/f/20/7")).isEqualTo(new Conduct.Fails(20));
        assertThat(request.endpoint()).isEqualTo(7);
    }

    private Conduct conduct(String path) {
        byte[] bytes = bytes(head(path, 0));
        assertThat(request.read(bytes, bytes.length)).isEqualTo(bytes.length);
        return request.conduct();
    }

    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nX-iGregulator-Event-Id: " + EVENT + "\r\nX-iGregulator-Delivery-Id: "
                + DELIVERY + "\r\nX-iGregulator-Attempt: 3\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
