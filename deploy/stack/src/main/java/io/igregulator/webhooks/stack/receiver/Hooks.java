package io.igregulator.webhooks.stack.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The receiver's addresses: the secrets each learnt at creation and rotation, and how each behaves. */
public final class Hooks {
    private final Map<String, List<String>> secrets = new ConcurrentHashMap<>();
    private final Map<String, HookBehaviour> behaviours = new ConcurrentHashMap<>();

    /** Replaces all the hook knew. */
    public void learn(String hook, List<String> oldestFirst) {
        secrets.put(hook, List.copyOf(oldestFirst));
    }

    public void learnNext(String hook, String secret) {
        secrets.merge(hook, List.of(secret), Hooks::joined);
    }

    public void behave(String hook, HookBehaviour behaviour) {
        behaviours.put(hook, behaviour);
    }

    List<String> secrets(String hook) {
        return secrets.getOrDefault(hook, List.of());
    }

    HookBehaviour behaviour(String hook) {
        return behaviours.getOrDefault(hook, HookBehaviour.RELIABLE);
    }

    private static List<String> joined(List<String> older, List<String> newer) {
        var all = new ArrayList<>(older);
        all.addAll(newer);
        return List.copyOf(all);
    }
}
