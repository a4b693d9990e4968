package io.igregulator.webhooks.http;

/** Sends one webhook request; {@link PooledWebhookSender} over real connections. */
public interface WebhookSender extends AutoCloseable {
    /** Blocks, best on a virtual thread. Never throws for anything the receiver or the network does. */
    Exchange send(WebhookRequest request);

    /** Cuts off what is in flight. */
    @Override
    void close();
}
