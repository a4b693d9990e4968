package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.CreatedEndpoint;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the accounts and endpoints of the smoke run through the APIs. */
final class Scenario {
    private final Stack stack;
    private final Receiver receiver;
    private final Hooks hooks;
    private final Map<SmokeAccount, WebhooksClient> clients = new HashMap<>();
    private final Map<SmokeEndpoint, EndpointId> endpoints = new HashMap<>();

    Scenario(Stack stack, Receiver receiver, Hooks hooks) {
        this.stack = stack;
        this.receiver = receiver;
        this.hooks = hooks;
    }

    void setUp() {
        SmokeCast.ACCOUNTS.forEach(account -> clients.put(account, create(account)));
        SmokeCast.ENDPOINTS.forEach(endpoint -> endpoints.put(endpoint, create(endpoint)));
        hooks.behave(
                SmokeCast.FLAKY.hook(), (eventId, attempt) -> attempt == 1 && eventId.hashCode() % 3 == 0 ? 500 : 204);
    }

    Map<SmokeEndpoint, EndpointId> endpoints() {
        return Map.copyOf(endpoints);
    }

    void rotateSecret(SmokeEndpoint endpoint) {
        var id = endpoints.get(endpoint);
        if (id == null) {
            throw new IllegalStateException(endpoint.hook() + " was not created");
        }
        hooks.learnNext(endpoint.hook(), client(endpoint).rotateSecret(id));
    }

    private WebhooksClient create(SmokeAccount wanted) {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        var account = operator.createAccount(wanted.name(), wanted.plan());
        wanted.watched().forEach(watched -> operator.watch(account.id(), watched.slug()));
        return new WebhooksClient(stack.apiUrl(), account.apiKey());
    }

    private EndpointId create(SmokeEndpoint endpoint) {
        var client = client(endpoint);
        var draft = new EndpointDraft(
                receiver.url(endpoint.hook()), endpoint.hook(), endpoint.events(), endpoint.watchlistOnly());
        CreatedEndpoint created = client.create(draft);
        hooks.learn(endpoint.hook(), List.of(created.secret()));
        if (!endpoint.active()) {
            client.deactivate(created.id());
        }
        return created.id();
    }

    private WebhooksClient client(SmokeEndpoint endpoint) {
        var client = clients.get(endpoint.owner());
        if (client == null) {
            throw new IllegalStateException(endpoint.owner().name() + " was not created");
        }
        return client;
    }
}
