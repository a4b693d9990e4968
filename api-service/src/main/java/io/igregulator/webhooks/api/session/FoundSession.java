package io.igregulator.webhooks.api.session;

/**
 * A session as it is stored.
 *
 * @param open whether it has not expired
 */
public record FoundSession(Session session, boolean open) {}
