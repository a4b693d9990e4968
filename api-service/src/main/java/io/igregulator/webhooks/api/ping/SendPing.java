package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.http.WebhookSender;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.secret.SigningSecretReader;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Sends a test event at once, to active and inactive endpoints alike, and keeps nothing of it. */
@Component
final class SendPing {
    private final EndpointReader endpoints;
    private final SigningSecretReader secrets;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final RandomGenerator random;

    SendPing(
            EndpointReader endpoints,
            SigningSecretReader secrets,
            WebhookSender sender,
            InstantSource clock,
            RandomGenerator random) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.sender = sender;
        this.clock = clock;
        this.random = random;
    }

    Exchange send(Caller caller, EndpointId id) {
        Endpoint endpoint = endpoints.get(caller.account(), id);
        Instant now = clock.instant();
        Message message = Ping.of(id, EventId.create(now, random), now);
        List<RequestHeader> headers = new ArrayList<>();
        SignedHeaders.write(
                message, secrets.read(id, now), now, (name, value) -> headers.add(new RequestHeader(name, value)));
        Destination destination =
                Destination.of(caller.account(), endpoint.settings().url());
        return sender.send(new WebhookRequest(destination, message.body(), headers));
    }
}
