package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.cast.Cast;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the accounts, watchlists and endpoints of a run. */
final class SetUp {
    private SetUp() {}

    static List<LiveEndpoint> endpoints(
            Cast cast, List<LocalAccount> accounts, Stack stack, Receivers receivers, InstantSource clock) {
        var owners = accounts.stream()
                .map(account -> new WebhooksClient(stack.apiUrl(), account.apiKey()))
                .toList();
        return cast.members().stream()
                .map(member -> LiveEndpoint.create(member, owners.get(member.owner()), receivers, clock))
                .toList();
    }

    static List<LocalAccount> accounts(Cast cast, OperatorClient operator) {
        var accounts = new ArrayList<LocalAccount>();
        for (var watchlist : cast.watchlists()) {
            var account = operator.createAccount("Subscriber " + accounts.size(), "enterprise");
            watchlist.forEach(slug -> operator.watch(account.id(), slug));
            accounts.add(account);
        }
        return accounts;
    }
}
