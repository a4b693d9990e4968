package io.igregulator.webhooks.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.stack.receiver.Envelope;
import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import io.igregulator.webhooks.stack.receiver.Verification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeliveryLineTest {
    private final DeliveryLine line = new DeliveryLine(ZoneOffset.UTC);

    @Test
    void showsAllOfADeliveryInAlignedColumns() {
        String verified = line.of(delivery(204, new Verification(List.of(0), Optional.empty())), took(23));
        String refused = line.of(delivery(500, new Verification(List.of(1, 0), Optional.empty())), took(1023));

        assertThat(verified)
                .startsWith("10:00:00.250  license.issued ")
                .contains("harbour-bet", "GB", "my-hook", "verified ", "attempt 2", "23 ms", "answered 204");
        assertThat(refused).contains("verified x2", "1023 ms", "answered 500");
        assertThat(verified.indexOf("answered")).isEqualTo(refused.indexOf("answered"));
    }

    @Test
    void distinguishesARefusedSignatureFromAnAddressThatChecksNone() {
        var unverified = new Verification(List.of(), Optional.of("no reason"));

        assertThat(line.of(delivery(401, unverified), Optional.empty())).contains("UNVERIFIED", "(no reason)");
        assertThat(line.of(delivery(204, unverified), Optional.empty())).contains("unchecked");
    }

    private static Optional<Duration> took(long millis) {
        return Optional.of(Duration.ofMillis(millis));
    }

    private static ReceivedDelivery delivery(int answered, Verification verification) {
        var data = JsonMapper.shared()
                .createObjectNode()
                .put("operator_slug", "harbour-bet")
                .put("jurisdiction_code", "GB");
        return new ReceivedDelivery(
                "my-hook",
                Instant.parse("2026-11-21T10:00:00.250Z"),
                new Envelope("license.issued", "evt_1", data),
                new byte[0],
                2,
                verification,
                answered);
    }
}
