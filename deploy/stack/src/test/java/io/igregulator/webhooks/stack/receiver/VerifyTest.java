package io.igregulator.webhooks.stack.receiver;

import static io.igregulator.webhooks.stack.receiver.Requests.BODY;
import static io.igregulator.webhooks.stack.receiver.Requests.NEW;
import static io.igregulator.webhooks.stack.receiver.Requests.NOW;
import static io.igregulator.webhooks.stack.receiver.Requests.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {
    private static final List<String> BOTH = List.of(OLD, NEW);

    @Test
    void namesTheSecretThatSigned() {
        var verification = verify(Requests.headers(NOW, OLD), BOTH);

        assertThat(verification.complaint()).isEmpty();
        assertThat(verification.signers()).containsExactly(0);
        assertThat(verification.verifiedWith(0)).isTrue();
        assertThat(verification.verifiedWith(1)).isFalse();
    }

    @Test
    void namesBothSecretsInTheOrderOfTheHeader() {
        assertThat(verify(Requests.headers(NOW, NEW, OLD), BOTH).signers()).containsExactly(1, 0);
    }

    @Test
    void acceptsASecretItDoesNotKnowYetBesideOneItKnows() {
        var verification = verify(Requests.headers(NOW, NEW, OLD), List.of(OLD));

        assertThat(verification.verified()).isTrue();
        assertThat(verification.signers()).containsExactly(Verification.UNKNOWN, 0);
    }

    @Test
    void refusesWhatNoKnownSecretSigned() {
        assertThat(verify(Requests.headers(NOW, NEW), List.of(OLD)).complaint())
                .contains("signed with no secret known here");
    }

    @Test
    void refusesAnotherBody() {
        byte[] other =
                new String(BODY, StandardCharsets.UTF_8).replace("{}", "{ }").getBytes(StandardCharsets.UTF_8);

        assertThat(verify(Requests.headers(NOW, OLD), other, BOTH).verified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"300,true", "301,false", "-300,true", "-301,false"})
    void acceptsFiveMinutesOfAgeEitherWay(long age, boolean accepted) {
        var headers = Requests.headers(NOW.minus(Duration.ofSeconds(age)), OLD);

        assertThat(verify(headers, BOTH).verified()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-igregulator-signature",
                "webhook-signature",
                "webhook-id",
                "webhook-timestamp",
                "x-igregulator-event",
                "x-igregulator-event-id",
                "content-type"
            })
    void needsEachHeader(String missing) {
        var headers = new HashMap<>(Requests.headers(NOW, OLD));
        headers.remove(missing);

        assertThat(verify(headers, BOTH).verified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-igregulator-signature", "webhook-signature"})
    void refusesWhenOneDialectAloneIsRight(String forged) {
        var headers = new HashMap<>(Requests.headers(NOW, OLD));
        headers.put(forged, Requests.headers(NOW, NEW).getOrDefault(forged, ""));

        assertThat(verify(headers, BOTH).complaint()).contains("the two dialects disagree");
    }

    @ParameterizedTest
    @CsvSource({
        "x-igregulator-signature,t=1",
        "x-igregulator-signature,v1=00",
        "webhook-signature,v1 abc",
        "webhook-timestamp,now",
    })
    void refusesMalformedHeaders(String name, String value) {
        var headers = new HashMap<>(Requests.headers(NOW, OLD));
        headers.put(name, value);

        assertThat(verify(headers, BOTH).complaint()).contains("malformed " + realName(name));
    }

    @Test
    void refusesHeadersThatNameAnotherEvent() {
        var headers = new HashMap<>(Requests.headers(NOW, OLD));
        headers.put("x-igregulator-event", "license.expired");

        assertThat(verify(headers, BOTH).complaint()).contains("headers and body disagree");
    }

    private static String realName(String name) {
        return name.equals("x-igregulator-signature") ? "X-iGregulator-Signature" : name;
    }

    private static Verification verify(Map<String, String> headers, List<String> secrets) {
        return verify(headers, BODY, secrets);
    }

    private static Verification verify(Map<String, String> headers, byte[] body, List<String> secrets) {
        return Verify.request(Requests.received(headers, body), Envelope.read(body), secrets);
    }
}
