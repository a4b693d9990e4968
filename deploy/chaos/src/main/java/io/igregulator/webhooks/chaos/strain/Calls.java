package io.igregulator.webhooks.chaos.strain;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the same kind of call, many at once, again and again. */
final class Calls implements Attack {
    /** Of each caller, so that what is measured is the platform and not how fast this machine refuses. */
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final String name;
    private final Caller caller;
    private final int atOnce;
    private final BiConsumer<Caller, Integer> call;
    private @Nullable Crowd crowd;

    /** @param call gets the number of the one who makes it */
    Calls(String name, Caller caller, int atOnce, BiConsumer<Caller, Integer> call) {
        this.name = name;
        this.caller = caller;
        this.atOnce = atOnce;
        this.call = call;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin() {
        crowd = new Crowd(atOnce, number -> {
            call.accept(caller, number);
            LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
        });
    }

    @Override
    public String got() {
        return caller.counts();
    }

    @Override
    public boolean refusedProperly() {
        return !caller.sawAFault();
    }

    @Override
    public void close() {
        if (crowd != null) {
            crowd.close();
        }
        caller.close();
    }
}
