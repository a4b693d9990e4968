package io.igregulator.webhooks.http;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.AddressPolicy;
import io.igregulator.webhooks.url.Cidr;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Senders as the tests want them. */
final class Senders {
    static final HostLookup LOOPBACK = host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
    static final UrlProperties HTTP_ALLOWED = new UrlProperties(true, List.of(), Duration.ofSeconds(5));
    static final AddressPolicy LOOPBACK_ALLOWED = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8")));

    static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    /** Far beyond what any of the tests takes that is not about a deadline. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private Senders() {}

    /** Dials loopback, whatever the host's name. */
    static WebhookSender patient() {
        return withDeadline(LONG);
    }

    static WebhookSender withDeadline(Duration deadline) {
        return sender(deadline, new VettingResolver(LOOPBACK, LOOPBACK_ALLOWED));
    }

    /** As in production: no special address is let through. */
    static WebhookSender strict(HostLookup lookup) {
        return sender(LONG, new VettingResolver(lookup, new AddressPolicy(List.of())));
    }

    static WebhookSender sender(Duration deadline, VettingResolver resolver) {
        return new PooledWebhookSender(
                properties(deadline), HTTP_ALLOWED, resolver, TlsContexts.create(TlsContexts.trustedByTheJvm(), false));
    }

    static HttpProperties properties(Duration deadline) {
        return new HttpProperties(
                Duration.ofSeconds(5),
                deadline,
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(4),
                100,
                50,
                Duration.ofSeconds(30),
                "iGregulator-Webhooks/1",
                "",
                false);
    }

    static WebhookRequest request(URI uri) {
        return request(ACCOUNT, uri);
    }

    static WebhookRequest request(AccountId account, URI uri) {
        return new WebhookRequest(
                Destination.of(account, uri),
                Body.of("{\"event\":\"ä\"}".getBytes(StandardCharsets.UTF_8)),
                List.of(new RequestHeader("X-Some", "thing")));
    }
}
