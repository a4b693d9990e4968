package io.igregulator.webhooks.worker.log;

/** Takes the fields of a structured line one after another. */
public interface Fields {
    void add(String name, Object value);

    void add(String name, int value);
}
