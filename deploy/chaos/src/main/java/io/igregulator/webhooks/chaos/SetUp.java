package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.cast.Cast;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.local.client.OperatorClient;
import io.igregulator.webhooks.local.client.WebhooksClient;
import io.igregulator.webhooks.local.stack.BreakableStack;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the accounts, watchlists and endpoints of a run. */
final class SetUp {
    private SetUp() {}

    static List<LiveEndpoint> of(Cast cast, BreakableStack stack, Receivers receivers, InstantSource clock) {
        var owners = owners(cast, stack);
        return cast.members().stream()
                .map(member -> LiveEndpoint.create(member, owners.get(member.owner()), receivers, clock))
                .toList();
    }

    private static List<WebhooksClient> owners(Cast cast, BreakableStack stack) {
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        var owners = new ArrayList<WebhooksClient>();
        for (var watchlist : cast.watchlists()) {
            var account = operator.createAccount("Subscriber " + owners.size(), "enterprise");
            watchlist.forEach(slug -> operator.watch(account.id(), slug));
            owners.add(new WebhooksClient(stack.apiUrl(), account.apiKey()));
        }
        return owners;
    }
}
