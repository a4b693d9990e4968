package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.stack.receiver.HookBehaviour;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Answers as its temper says until the remedy comes. */
final class Conduct implements HookBehaviour {
    private static final int FINE = 204;
    private static final int UNAVAILABLE = 503;
    private static final long PHASE_MILLIS = 7_000;

    /** Longer than the workers wait. */
    private static final Duration HANG = Duration.ofSeconds(20);

    private final Temper temper;
    private final Remedy remedy;
    private final InstantSource clock;

    Conduct(Temper temper, Remedy remedy, InstantSource clock) {
        this.temper = temper;
        this.remedy = remedy;
        this.clock = clock;
    }

    @Override
    public int status(String eventId, int attempt) {
        return remedy.given() ? FINE : misbehave();
    }

    private int misbehave() {
        return switch (temper) {
            case HEALTHY, DEAD, SURPLUS -> FINE;
            case SLOW -> after(Duration.ofMillis(ThreadLocalRandom.current().nextInt(100, 700)), FINE);
            case FLAPPING -> clock.millis() / PHASE_MILLIS % 2 == 0 ? UNAVAILABLE : FINE;
            case HANGING -> after(HANG, UNAVAILABLE);
            case BROKEN -> UNAVAILABLE;
        };
    }

    private int after(Duration pause, int status) {
        remedy.awaitAtMost(pause);
        return status;
    }
}
