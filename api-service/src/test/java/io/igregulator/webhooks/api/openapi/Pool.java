package io.igregulator.webhooks.api.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that mean something to the running service, by the name, or the type, of what takes them. */
final class Pool {
    private static final int KEPT = 5;

    private final Map<String, List<String>> values = new HashMap<>();

    /** Only the latest are kept: what was created early has probably been deleted. */
    void add(String name, String value) {
        List<String> known = values.computeIfAbsent(name, key -> new ArrayList<>());
        known.add(value);
        if (known.size() > KEPT) {
            known.removeFirst();
        }
    }

    boolean knows(String name) {
        return values.containsKey(name);
    }

    String any(String name, RandomGenerator random) {
        List<String> known = values.getOrDefault(name, List.of());
        if (known.isEmpty()) {
            throw new IllegalStateException("no value for '" + name + "'");
        }
        return known.get(random.nextInt(known.size()));
    }

    String latest(String name) {
        return values.getOrDefault(name, List.of("nothing-of-that-name")).getLast();
    }
}
