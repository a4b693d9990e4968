package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.RateLimited;
import io.igregulator.webhooks.api.limit.AtOnce;
import io.igregulator.webhooks.api.limit.LimitProperties;
import io.igregulator.webhooks.api.limit.Place;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SigningSecretReader;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a test event at once, to active and inactive endpoints alike, and keeps nothing of it. */
@Component
final class SendPing {
    private final AtOnce<EndpointId> perWebhook;
    private final AtOnce<AccountId> perAccount;
    private final EndpointReader endpoints;
    private final SigningSecretReader secrets;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final TestEvents events;

    SendPing(
            EndpointReader endpoints,
            SigningSecretReader secrets,
            WebhookSender sender,
            LimitProperties limits,
            InstantSource clock,
            TestEvents events) {
        this.perWebhook = AtOnce.testsPerWebhook(limits, clock);
        this.perAccount = AtOnce.testsPerAccount(limits, clock);
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.sender = sender;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param body which event; {@code test.ping} if it is empty
     * @throws RateLimited if as many tests are under way as may be at one time
     */
    PingView send(Caller caller, EndpointId id, JsonBody body) {
        Message message = events.compose(id, body);
        Endpoint endpoint = endpoints.get(caller.account(), id);
        try (Place _ = perWebhook.take(id);
                Place _ = perAccount.take(caller.account())) {
            return send(caller, endpoint, message);
        }
    }

    private PingView send(Caller caller, Endpoint endpoint, Message message) {
        Instant now = clock.instant();
        List<RequestHeader> headers = new ArrayList<>();
        SignedHeaders.write(
                message,
                secrets.read(endpoint.id(), now),
                now,
                (name, value) -> headers.add(new RequestHeader(name, value)));
        Destination destination =
                Destination.of(caller.account(), endpoint.settings().url());
        Exchange exchange = sender.send(new WebhookRequest(destination, message.body(), headers));
        return PingView.of(SentRequest.of(headers, message.body()), exchange);
    }
}
