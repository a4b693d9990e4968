package io.igregulator.webhooks.chaos.change;

import io.igregulator.webhooks.chaos.cast.Member;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.client.CreatedEndpoint;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint that exists, with its owner's client and its receiver; changed from one thread at a time. */
public final class LiveEndpoint {
    private final Member member;
    private final EndpointId id;
    private final WebhooksClient api;
    private final Receivers receivers;
    private final Insist insist;
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private int addresses = 1;

    private LiveEndpoint(Member member, EndpointId id, WebhooksClient api, Receivers receivers, InstantSource clock) {
        this.member = member;
        this.id = id;
        this.api = api;
        this.receivers = receivers;
        this.insist = new Insist(clock);
    }

    public static LiveEndpoint create(Member member, WebhooksClient api, Receivers receivers, InstantSource clock) {
        var subscription = member.subscription();
        CreatedEndpoint created = api.create(new EndpointDraft(
                receivers.url(member, 0), member.name(), subscription.events(), subscription.watchlistOnly()));
        var endpoint = new LiveEndpoint(member, created.id(), api, receivers, clock);
        receivers.prepare(member, created.id(), 0);
        receivers.learn(member, 1, created.secret());
        return endpoint;
    }

    void rotate() {
        changes.add(insist.on(Change.What.ROTATED, () -> receivers.learn(member, addresses, api.rotateSecret(id))));
    }

    void move() {
        receivers.prepare(member, id, addresses);
        var url = receivers.url(member, addresses);
        changes.add(insist.on(Change.What.MOVED, () -> api.moveTo(id, url)));
        addresses++;
    }

    void deactivate() {
        changes.add(insist.on(Change.What.DEACTIVATED, () -> api.deactivate(id)));
    }

    void activate() {
        changes.add(insist.on(Change.What.ACTIVATED, () -> api.activate(id)));
    }

    void delete() {
        changes.add(insist.on(Change.What.DELETED, () -> api.delete(id)));
    }

    public EndpointHistory history() {
        return new EndpointHistory(id, member.name(), member.subscription(), changes);
    }
}
