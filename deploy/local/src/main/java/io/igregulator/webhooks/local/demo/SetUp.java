package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.Receiver;
import java.util.List;

/** Makes accounts and endpoints through the APIs unless an earlier run did. */
final class SetUp {
    private final Stack stack;
    private final DataFolder folder;
    private final Receiver receiver;
    private final Hooks hooks;
    private final OperatorClient operator;

    SetUp(Stack stack, DataFolder folder, Receiver receiver, Hooks hooks) {
        this.stack = stack;
        this.folder = folder;
        this.receiver = receiver;
        this.hooks = hooks;
        this.operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
    }

    void make(List<DemoCast.Account> cast, DemoState state) {
        for (DemoCast.Account wanted : cast) {
            var account = state.accounts().get(wanted.name());
            if (account == null) {
                account = create(wanted);
                state.accounts().put(wanted.name(), account);
                state.write(folder);
            }
            var api = new WebhooksClient(stack.apiUrl(), account.apiKey());
            for (DemoCast.Hook hook : wanted.hooks()) {
                hooks.behave(hook.name(), hook.behaviour());
                state.endpoints().compute(hook.name(), (_, existing) -> {
                    return existing != null && api.exists(existing.id()) ? inPlace(api, existing) : create(api, hook);
                });
                state.write(folder);
            }
        }
    }

    private LocalAccount create(DemoCast.Account wanted) {
        var account = operator.createAccount(wanted.name(), wanted.plan());
        wanted.watched().forEach(watched -> operator.watch(account.id(), watched.slug()));
        return account;
    }

    // The receiver may listen elsewhere this time.
    private DemoEndpoint inPlace(WebhooksClient api, DemoEndpoint existing) {
        var url = receiver.url(existing.hook());
        if (existing.url().equals(url)) {
            return existing;
        }
        api.moveTo(existing.id(), url);
        return existing.movedTo(url);
    }

    private DemoEndpoint create(WebhooksClient api, DemoCast.Hook hook) {
        var url = receiver.url(hook.name());
        var created = api.create(new EndpointDraft(url, hook.description(), hook.events(), hook.watchlistOnly()));
        hooks.learn(hook.name(), List.of(created.secret()));
        return new DemoEndpoint(hook.name(), created.id(), url, created.secret());
    }
}
