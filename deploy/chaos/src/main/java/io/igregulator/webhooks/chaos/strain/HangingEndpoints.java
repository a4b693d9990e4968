package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.chaos.cast.Subscription;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.util.ArrayList;
import java.util.List;

/** Subscribes hundreds of endpoints of one account to everything that is published; their receiver never answers. */
final class HangingEndpoints implements Attack {
    private static final int ENDPOINTS = 300;

    private final WebhooksClient client;
    private final SilentReceiver receiver;
    private final List<EndpointId> created = new ArrayList<>();
    private long takenBefore;

    HangingEndpoints(WebhooksClient client, SilentReceiver receiver) {
        this.client = client;
        this.receiver = receiver;
    }

    @Override
    public String name() {
        return ENDPOINTS + " endpoints that hang";
    }

    /** Events come at the pace at which the witness publishes them. */
    @Override
    public void begin() {
        takenBefore = receiver.taken();
        for (int number = 0; number < ENDPOINTS; number++) {
            var url = receiver.url().resolve("hanging-" + number);
            var draft = new EndpointDraft(url, "hangs", Subscription.FROM_SYSTEMS, false);
            created.add(client.create(draft).id());
        }
    }

    @Override
    public String got() {
        return (receiver.taken() - takenBefore) + " requests taken";
    }

    @Override
    public boolean refusedProperly() {
        return true;
    }

    /** What waits for them is deleted with them, so that nothing of it reaches into the next attack. */
    @Override
    public void close() {
        created.forEach(client::delete);
    }
}
