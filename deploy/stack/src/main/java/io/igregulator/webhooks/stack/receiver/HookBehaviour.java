package io.igregulator.webhooks.stack.receiver;

/** What a hook answers to a delivery that verified. */
@FunctionalInterface
public interface HookBehaviour {
    HookBehaviour RELIABLE = (_, _) -> 204;

    int status(String eventId, int attempt);
}
