package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.local.receiver.HookBehaviour;
import java.util.Set;

/** An endpoint the demonstration wants to exist, and how its receiver behaves. */
record DemoHook(
        String name, String description, Set<EventType> events, boolean watchlistOnly, HookBehaviour behaviour) {
    DemoHook {
        events = Set.copyOf(events);
    }
}
