package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.HttpProperties;
import io.igregulator.webhooks.http.PooledWebhookSender;
import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.DnsProperties;
import io.igregulator.webhooks.url.SystemLookup;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.springframework.util.unit.DataSize;

/** The worker's own sender, set up as the worker sets it up. */
final class BareExchange implements RawSender {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private final WebhookSender sender;

    BareExchange(SSLContext tls) {
        var urls = new UrlProperties(true, List.of("127.0.0.0/8"), Duration.ofSeconds(5));
        var dns = new DnsProperties(512, 64, 32, Duration.ofSeconds(1), Duration.ofSeconds(30));
        var resolver = new VettingResolver(new SystemLookup(urls.dnsTimeout(), dns), urls.addressPolicy());
        this.sender = new PooledWebhookSender(http(), urls, resolver, tls);
    }

    /** The services' own defaults. */
    private static HttpProperties http() {
        return new HttpProperties(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(4),
                2500,
                500,
                Duration.ofSeconds(30),
                "iGregulator-Webhooks/1",
                "",
                false);
    }

    @Override
    public Post prepare(RawRequest request) {
        var headers = request.headers().entrySet().stream()
                .map(header -> new RequestHeader(header.getKey(), header.getValue()))
                .toList();
        var prepared = new WebhookRequest(Destination.of(ACCOUNT, request.uri()), Body.of(request.body()), headers);
        return () -> sender.send(prepared) instanceof Exchange.Answered answered && answered.status() == 200;
    }

    @Override
    public void close() {
        sender.close();
    }
}
