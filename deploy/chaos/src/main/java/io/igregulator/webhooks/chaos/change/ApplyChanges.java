package io.igregulator.webhooks.chaos.change;

import io.igregulator.webhooks.chaos.fault.EndpointFault;
import io.igregulator.webhooks.stack.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Changes endpoints one after the other at their instants; a change that has to wait for the API delays those after it. */
public final class ApplyChanges implements AutoCloseable {
    private final List<LiveEndpoint> endpoints;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<CommandFailure> failure = new CompletableFuture<>();

    public ApplyChanges(List<LiveEndpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    public void schedule(Duration in, EndpointFault fault) {
        var endpoint = endpoints.get(fault.endpoint());
        run(in, () -> apply(fault, endpoint));
    }

    private void run(Duration in, Runnable change) {
        open.incrementAndGet();
        var _ = thread.schedule(
                () -> {
                    try {
                        change.run();
                    } catch (CommandFailure e) {
                        failure.complete(e);
                    } finally {
                        open.decrementAndGet();
                    }
                },
                in.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void apply(EndpointFault fault, LiveEndpoint endpoint) {
        switch (fault.kind()) {
            case SECRET_ROTATED -> endpoint.rotate();
            case URL_CHANGED -> endpoint.move();
            case RETIRED -> endpoint.deactivate();
            case DELETED -> endpoint.delete();
            case PAUSED -> {
                endpoint.deactivate();
                run(fault.lasts(), endpoint::activate);
            }
        }
    }

    public boolean finished() {
        if (failure.isDone()) {
            throw failure.join();
        }
        return open.get() == 0;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
