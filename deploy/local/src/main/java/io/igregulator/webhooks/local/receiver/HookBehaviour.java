package io.igregulator.webhooks.local.receiver;

/** What a hook answers to a delivery that verified. */
@FunctionalInterface
public interface HookBehaviour {
    HookBehaviour RELIABLE = (eventId, attempt) -> 204;

    int status(String eventId, int attempt);
}
