package io.igregulator.webhooks.local.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.stack.receiver.Envelope;
import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import io.igregulator.webhooks.stack.receiver.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TallyTest {
    private static final DeliveryKey KEY = new DeliveryKey("wide-rotated", "evt_1");
    private static final DeliveryKey OTHER = new DeliveryKey("wide-all", "evt_2");
    private static final Expected WITH_OLD = new Expected(KEY, bytes("body"), List.of(0));
    private static final Expected WITH_BOTH = new Expected(KEY, bytes("body"), List.of(1, 0));

    @Test
    void addsUpWhenEachCameOnceSignedAsItMust() {
        assertThat(Tally.of(WITH_OLD, List.of(attempt("body", 204, 0))).addsUp())
                .isTrue();
        assertThat(Tally.of(WITH_BOTH, List.of(attempt("body", 204, 1, 0))))
                .isEqualTo(new Tally(1, 1, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void allowsAnAttemptThatTheReceiverRefusedOnPurpose() {
        var tally = Tally.of(WITH_OLD, List.of(attempt("body", 500, 0), attempt("body", 204, 0)));

        assertThat(tally.addsUp()).isTrue();
        assertThat(tally.retried()).isEqualTo(1);
    }

    @Test
    void missesWhatNeverCameOrWasOnlyRefused() {
        assertThat(Tally.of(WITH_OLD, List.of()).addsUp()).isFalse();
        assertThat(Tally.of(WITH_OLD, List.of(attempt("body", 500, 0))).addsUp())
                .isFalse();
    }

    @Test
    void findsTheDeliveryAfterARotationThatLacksASignature() {
        assertThat(Tally.of(WITH_BOTH, List.of(attempt("body", 204, 0))).wrong())
                .isEqualTo(1);
        assertThat(Tally.of(WITH_BOTH, List.of(attempt("body", 204, 1))).wrong())
                .isEqualTo(1);
        assertThat(Tally.of(WITH_BOTH, List.of(attempt("body", 204, 0, 1))).wrong())
                .isEqualTo(1);
    }

    @Test
    void findsOtherBytes() {
        assertThat(Tally.of(WITH_OLD, List.of(attempt("body ", 204, 0))).wrong())
                .isEqualTo(1);
    }

    @Test
    void findsRepeatsAndTheUnexpected() {
        assertThat(Tally.of(WITH_OLD, List.of(attempt("body", 204, 0), attempt("body", 204, 0)))
                        .repeated())
                .isEqualTo(1);
        assertThat(Tally.of(null, List.of(attempt("body", 204, 0))).unexpected())
                .isEqualTo(1);
    }

    @Test
    void theWholeAddsUpOnlyIfEveryEndpointDoes() {
        var right = Map.of(KEY, List.of(attempt("body", 204, 1, 0)));
        var tooMuch = Map.of(
                KEY, List.of(attempt("body", 204, 1, 0)),
                OTHER, List.of(attempt("body", 204, 0)));

        assertThat(Result.of(Map.of(KEY, WITH_BOTH), right).addsUp()).isTrue();
        assertThat(Result.of(Map.of(KEY, WITH_BOTH), tooMuch).addsUp()).isFalse();
        assertThat(Result.of(Map.of(KEY, WITH_BOTH), Map.of()).missing()).containsExactly(KEY);
        assertThat(Result.of(Map.of(), Map.of()).addsUp()).isFalse();
    }

    private static ReceivedDelivery attempt(String body, int answered, Integer... signers) {
        return new ReceivedDelivery(
                "hook",
                Instant.EPOCH,
                new Envelope("license.issued", "evt_1", JsonMapper.shared().missingNode()),
                bytes(body),
                1,
                new Verification(List.of(signers), Optional.empty()),
                answered);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
