package io.igregulator.webhooks.http;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** What a sender's connections amount to, for those who meter it. Any thread may ask. */
public final class ConnectionFigures {
    private final LongAdder opened = new LongAdder();
    private final LongAdder openedWithTls = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder reusedWithTls = new LongAdder();
    private final DoubleSupplier used;

    /** @param used the share of all connections that exchanges have in use, from 0 to 1 */
    ConnectionFigures(DoubleSupplier used) {
        this.used = used;
    }

    void opened(Route route) {
        (route.secure() ? openedWithTls : opened).increment();
    }

    void reused(Route route) {
        (route.secure() ? reusedWithTls : reused).increment();
    }

    /** Connections that were opened. */
    public long opened(boolean tls) {
        return (tls ? openedWithTls : opened).sum();
    }

    /** Exchanges that began on a connection of an earlier one. */
    public long reused(boolean tls) {
        return (tls ? reusedWithTls : reused).sum();
    }

    /** The share of all connections that exchanges have in use, from 0 to 1. Idle ones are not: they yield their places. */
    public double used() {
        return used.getAsDouble();
    }
}
