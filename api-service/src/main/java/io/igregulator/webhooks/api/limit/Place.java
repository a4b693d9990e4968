package io.igregulator.webhooks.api.limit;

/** The right to something scarce until it is closed. */
@FunctionalInterface
public interface Place extends AutoCloseable {
    @Override
    void close();
}
