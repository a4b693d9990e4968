package io.igregulator.webhooks.stack.receiver;

import static io.igregulator.webhooks.stack.receiver.Requests.NEW;
import static io.igregulator.webhooks.stack.receiver.Requests.NOW;
import static io.igregulator.webhooks.stack.receiver.Requests.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverIT {
    private final Hooks hooks = new Hooks();
    private final List<ReceivedDelivery> received = new CopyOnWriteArrayList<>();
    private final Receiver receiver = Receiver.start(0, hooks, InstantSource.fixed(NOW), received::add);

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void acceptsWhatVerifiesAndReportsIt() throws Exception {
        hooks.learn("mine", List.of(OLD));

        assertThat(post("mine", OLD)).isEqualTo(204);
        assertThat(received).singleElement().satisfies(delivery -> {
            assertThat(delivery.hook()).isEqualTo("mine");
            assertThat(delivery.verification().verifiedWith(0)).isTrue();
            assertThat(delivery.envelope().event()).isEqualTo("license.issued");
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.body()).isEqualTo(Requests.BODY);
        });
    }

    @Test
    void refusesWhatDoesNotVerifyAndReportsItToo() throws Exception {
        hooks.learn("mine", List.of(OLD));

        assertThat(post("mine", NEW)).isEqualTo(401);
        assertThat(received).singleElement().matches(delivery -> !delivery.accepted());
    }

    @Test
    void knowsBothSecretsAfterARotation() throws Exception {
        hooks.learn("mine", List.of(OLD));
        hooks.learnNext("mine", NEW);

        assertThat(post("mine", NEW, OLD)).isEqualTo(204);
        assertThat(received.getFirst().verification().signers()).containsExactly(1, 0);
    }

    @Test
    void misbehavesAsConfigured() throws Exception {
        hooks.learn("mine", List.of(OLD));
        hooks.behave("mine", (_, attempt) -> attempt == 1 ? 500 : 204);

        assertThat(post("mine", OLD)).isEqualTo(500);
    }

    @Test
    void takesEverythingAtAnAddressWithoutASecretButCallsItUnverified() throws Exception {
        assertThat(post("by-hand", OLD)).isEqualTo(204);
        assertThat(received)
                .singleElement()
                .matches(delivery -> !delivery.verification().verified());
    }

    private int post(String hook, String... secretsNewestFirst) throws Exception {
        var request = HttpRequest.newBuilder(receiver.url(hook)).POST(BodyPublishers.ofByteArray(Requests.BODY));
        Requests.headers(NOW, secretsNewestFirst).forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
