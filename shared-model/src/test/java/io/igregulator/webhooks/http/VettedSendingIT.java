package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.BlockedHosts;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.UrlVerdict;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The address that was vetted is the address that is dialled: at connect, against a receiver that would notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VettedSendingIT {
    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

    private final Receiver receiver;
    private final WebhookSender strict;

    VettedSendingIT() throws IOException {
        this.receiver = Transport.PLAIN.answering(OK);
        this.strict = Senders.strict(Senders.LOOPBACK);
    }

    @AfterAll
    void close() throws IOException {
        strict.close();
        receiver.close();
    }

    @ParameterizedTest
    @MethodSource("dialable")
    void dialsNoSpellingOfABlockedAddress(String host) {
        URI uri = URI.create("http://" + host + ":" + receiver.port() + "/");

        assertThat(strict.send(Senders.request(uri)))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error())
                                .isIn(ExchangeError.PRIVATE_IP_BLOCKED, ExchangeError.INVALID_URL));
        assertThat(receiver.connections()).isZero();
    }

    /** Literal addresses do not bypass the resolver. */
    @ParameterizedTest
    @MethodSource("io.igregulator.webhooks.url.BlockedHosts#literals")
    void callsALiteralAddressBlocked(String host) {
        URI uri = URI.create("http://" + host + ":" + receiver.port() + "/");

        assertThat(strict.send(Senders.request(uri)))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.PRIVATE_IP_BLOCKED));
    }

    @Test
    void refusesANameThatWasPublicWhenItWasCheckedAndIsPrivateNow() {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup rebinding = host ->
                new InetAddress[] {InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1")
                };
        UrlProperties properties = new UrlProperties(true, List.of(), Duration.ofSeconds(5));
        VettingResolver resolver = new VettingResolver(rebinding, properties.addressPolicy());
        String url = "http://rebinding.example:" + receiver.port() + "/";

        assertThat(new UrlCheck(properties, resolver).check(url, Senders.ACCOUNT))
                .isInstanceOf(UrlVerdict.Accepted.class);
        try (WebhookSender sender = Senders.sender(Duration.ofSeconds(60), resolver)) {
            assertThat(sender.send(Senders.request(URI.create(url))))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.PRIVATE_IP_BLOCKED));
        }
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void dialsLoopbackWhereDevelopmentAllowsIt() throws IOException {
        try (Receiver local = Transport.PLAIN.answering(OK);
                WebhookSender sender = Senders.patient()) {
            URI byName = URI.create("http://some-name.example:" + local.port() + "/");

            assertThat(sender.send(Senders.request(byName))).isInstanceOf(Answered.class);
            assertThat(sender.send(Senders.request(local.uri()))).isInstanceOf(Answered.class);
            assertThat(local.requests()).hasSize(2);
        }
    }

    @Test
    void reportsAHostWithoutAddress() {
        HostLookup nothing = host -> new InetAddress[0];
        try (WebhookSender sender = Senders.strict(nothing)) {
            assertThat(sender.send(Senders.request(URI.create("http://nowhere.example/"))))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.DNS_FAILURE));
        }
    }

    /** Without those that make no URI at all, so that there is nothing to send. */
    static Stream<String> dialable() {
        return BlockedHosts.all().filter(host -> {
            try {
                return new URI("http://" + host + "/").getScheme() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        });
    }
}
