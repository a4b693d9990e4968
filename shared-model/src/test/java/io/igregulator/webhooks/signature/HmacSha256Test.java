package io.igregulator.webhooks.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.Body;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
    private static final String RFC_4231_CASE_2 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void signsLikeTheRfcWithTheJvmsProvider() {
        assertThat(signature(new HmacSha256(bytes("Jefe")))).isEqualTo(RFC_4231_CASE_2);
    }

    @Test
    void signsTheSameWithAnotherProvider() {
        HmacSha256 hmac = new HmacSha256(bytes("Jefe"), Macs.of(Conscrypt.newProvider()));

        assertThat(signature(hmac)).isEqualTo(RFC_4231_CASE_2);
        assertThat(signature(hmac)).as("again").isEqualTo(RFC_4231_CASE_2);
    }

    /** One key after the other with the same object, and one key by many threads at once. */
    @Test
    void keepsKeysAndThreadsApart() throws Exception {
        HmacSha256 hmac = new HmacSha256(bytes("Jefe"));
        HmacSha256 other = new HmacSha256(bytes("another key"));
        String otherSignature = signature(other);

        try (ExecutorService signers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> signatures = IntStream.range(0, 1000)
                    .mapToObj(i -> signers.submit(() -> signature(i % 2 == 0 ? hmac : other)))
                    .toList();
            for (int i = 0; i < signatures.size(); i++) {
                assertThat(signatures.get(i).get()).isEqualTo(i % 2 == 0 ? RFC_4231_CASE_2 : otherSignature);
            }
        }
    }

    private static String signature(HmacSha256 hmac) {
        return HexFormat.of().formatHex(hmac.of(bytes("what do ya want "), Body.of(bytes("for nothing?"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
