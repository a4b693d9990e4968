package io.igregulator.webhooks.chaos.watch;

/**
 * What PostgreSQL still holds back.
 *
 * @param waiting deliveries of active endpoints that wait for their next attempt
 */
public record Backlog(long waiting, long outbox) {
    public boolean empty() {
        return waiting == 0 && outbox == 0;
    }
}
