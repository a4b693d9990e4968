package io.igregulator.webhooks.benchmark.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void failsItsShareOfFirstAttemptsAndNoOthers() {
        var random = new Random(1);
        long failed = IntStream.range(0, 10_000)
                .filter(i -> status(new UUID(random.nextLong(), random.nextLong()), 1) == 503)
                .count();

        assertThat(failed).isBetween(150L, 250L);
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> new UUID(random.nextLong(), random.nextLong())))
                .allMatch(id -> status(id, 2) == 200);
    }

    @Test
    void throttlesWhatComesWhileSoManyAreUnderWay() {
        var request = new HttpRequest();
        byte[] bytes = "POST /t/3/7 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(request.read(bytes, bytes.length)).isEqualTo(bytes.length);

        assertThat(Answer.to(request, 2).status()).isEqualTo(200);
        assertThat(Answer.to(request, 3).status()).isEqualTo(429);
    }

    private static int status(UUID delivery, int attempt) {
        var request = new HttpRequest();
        byte[] bytes = ("POST /f/20/7 HTTP/1.1\r\nX-iGregulator-Delivery-Id: " + delivery
                        + "\r\nX-iGregulator-Attempt: " + attempt + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(request.read(bytes, bytes.length)).isEqualTo(bytes.length);
        return Answer.to(request, 0).status();
    }
}
