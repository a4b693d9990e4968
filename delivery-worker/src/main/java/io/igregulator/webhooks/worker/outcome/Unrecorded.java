package io.igregulator.webhooks.worker.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was sent and is not committed yet: all that a worker's death can have sent again. It is bounded by number and by age;
 * at either bound no request starts.
 *
 * <p>The number follows what PostgreSQL writes within the age: a few until the first batches of a process are written, which
 * takes them longest. Requests that began lately count as well, because their outcomes are about to come. Older ones do not:
 * endpoints that hang would use the bound up for all others.
 */
public final class Unrecorded {
    /** Enough for a batch that is written while the next one is collected, where a commit takes tens of milliseconds. */
    private static final int LEAST = 200;

    private static final long NONE = Long.MAX_VALUE;

    private final int most;
    private final Duration maxAge;
    private final InstantSource clock;
    private final AtomicInteger outcomes = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile int limit;
    private volatile Requests current;
    private volatile Requests previous;
    // Milliseconds since 1970, or NONE: asked before and after each request.
    private volatile long oldest = NONE;
    private volatile Runnable room = () -> {};

    public Unrecorded(OutcomeProperties properties, InstantSource clock) {
        this.most = properties.maxUnrecorded();
        this.maxAge = properties.maxUnrecordedAge();
        this.clock = clock;
        this.limit = Math.min(LEAST, most);
        this.current = new Requests(clock.millis());
        this.previous = current;
    }

    /** Requests that began within the same span of time, and have not ended. */
    public static final class Requests {
        private final AtomicInteger open = new AtomicInteger();
        private final long sinceMillis;

        private Requests(long sinceMillis) {
            this.sinceMillis = sinceMillis;
        }

        /** One of them ended; its outcome was handed over before, if it has one. */
        public void ended() {
            open.decrementAndGet();
        }
    }

    /** A request begins; the thread that makes it reports its end. */
    public Requests begin() {
        turn();
        Requests now = current;
        now.open.incrementAndGet();
        return now;
    }

    /** Whether nothing more may start. */
    public boolean exhausted() {
        turn();
        return sent.get() + lately() >= limit || ageMillis() > maxAge.toMillis();
    }

    /** @param listener called after each commit, on the thread that committed */
    public void onRoom(Runnable listener) {
        room = listener;
    }

    /** Outcomes that wait for their commit. */
    int outcomes() {
        return outcomes.get();
    }

    /** Of the oldest of them. */
    Duration age() {
        return Duration.ofMillis(ageMillis());
    }

    private long ageMillis() {
        long since = oldest;
        return since == NONE ? 0 : clock.millis() - since;
    }

    /** More than this in one batch would leave too little that may be sent while it is written. */
    int batch() {
        return Math.max(1, limit / 2);
    }

    /** What was parked, say, would not be sent again: a whole account's deliveries may be parked without holding up others. */
    void add(Outcome outcome) {
        outcomes.incrementAndGet();
        sent.addAndGet(sent(outcome));
    }

    private static int sent(Outcome outcome) {
        return outcome instanceof Outcome.Attempted ? 1 : 0;
    }

    /** The oldest that waits was handed over at about this time. */
    void waitsSince(Instant since) {
        oldest = since.toEpochMilli();
    }

    /** @param took to write them, tries that failed included */
    void committed(List<Outcome> batch, Duration took) {
        int rows = batch.size();
        long fits = rows * maxAge.toNanos() / Math.max(1, took.toNanos());
        // A batch of a few rows is mostly the commit's own time and proves nothing against a larger number.
        if (fits > limit || rows > limit / 4) {
            limit = Math.clamp(fits, Math.min(LEAST, most), most);
        }
        oldest = NONE;
        outcomes.addAndGet(-rows);
        sent.addAndGet(-batch.stream().mapToInt(Unrecorded::sent).sum());
    }

    void reportRoom() {
        room.run();
    }

    /** Requests that began within the last two spans, and have not ended. */
    public int lately() {
        Requests now = current;
        Requests before = previous;
        return now.open.get() + (before == now ? 0 : before.open.get());
    }

    private void turn() {
        long millis = clock.millis();
        if (millis - current.sinceMillis > maxAge.toMillis()) {
            turn(millis);
        }
    }

    private synchronized void turn(long millis) {
        if (millis - current.sinceMillis > maxAge.toMillis()) {
            previous = current;
            current = new Requests(millis);
        }
    }
}
