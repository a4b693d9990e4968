package io.igregulator.webhooks.worker.log;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/** Collects fields as the objects that all other layouts and appenders ask for. */
final class FieldPairs implements Fields {
    private final List<KeyValuePair> pairs = new ArrayList<>();

    @Override
    public void add(String name, Object value) {
        pairs.add(new KeyValuePair(name, value));
    }

    @Override
    public void add(String name, int value) {
        pairs.add(new KeyValuePair(name, value));
    }

    List<KeyValuePair> all() {
        return pairs;
    }
}
