package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.Receiver.Received;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShellExamplesIT {
    private static final String SECRET = "whsec_Qm4Tz7Lw1Kp9Xc3Vb6Nr8Hd2Fs5Jg0Ya4Ue7Io1Pw3Zx";
    private static final String BODY = "{\"event\": \"test.ping\", \"text\": \"Grünwald € \\u20ac\"}\n";

    private final Workshop shell = Workshop.open("shell", "bash", "-c", "openssl version && curl --version");

    @Test
    void theScriptGivesEveryVerdict() {
        Vectors vectors = Vectors.published();
        Map<String, String> verdicts = new LinkedHashMap<>();

        for (JsonNode vector : vectors.all()) {
            Workshop at = shell.with(Map.of(
                            "SECRET", vector.path("secret").asString(),
                            "NOW", vector.path("now").asString()))
                    .reading(Vectors.body(vector));
            Workshop.Result result = at.run("bash", "verify.sh", Vectors.signature(vector));
            assertThat(result.errors()).isEmpty();
            verdicts.put(vector.path("name").asString(), result.output().strip());
        }

        assertThat(verdicts).isEqualTo(vectors.expected("plain"));
    }

    @Test
    void whatIsSentByHandIsAcceptedByBothPackagesAndTheOtherScript() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.answer(202, "");

            Workshop.Result sent = sending(BODY).run("bash", "send.sh", receiver.url());

            assertThat(sent.output()).as(sent.errors()).isEqualToIgnoringNewLines("202");
            Received request = receiver.received().getFirst();
            assertThat(request.body()).isEqualTo(BODY);
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            String header = request.header("X-iGregulator-Signature");
            assertThat(com.stripe.net.Webhook.Signature.verifyHeader(request.body(), header, SECRET, 300))
                    .isTrue();
            new Webhook(SECRET).verify(request.body(), request.headers());
            assertThat(sending(BODY).run("bash", "verify.sh", header).output()).isEqualToIgnoringNewLines("accepted");
            assertThat(sending(BODY + " ").run("bash", "verify.sh", header).exit())
                    .isEqualTo(1);
        }
    }

    private Workshop sending(String body) {
        return shell.with(Map.of("SECRET", SECRET)).reading(body.getBytes(StandardCharsets.UTF_8));
    }
}
