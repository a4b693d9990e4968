package io.igregulator.webhooks.worker.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The second part of a recovery: sends the events that the endpoint takes as it is now and has no delivery of. */
final class RecoverMissed {
    /** Events are kept for longer than deliveries where one waits for them, and clocks differ. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final RecoveryStore store;
    private final SettledEvents settled;
    private final FindMissed find;
    private final SendMissed send;
    private final Duration keep;

    /** @param keep how long deliveries are kept */
    RecoverMissed(RecoveryStore store, JdbcClient jdbc, SettledEvents settled, Duration keep) {
        this.store = store;
        this.settled = settled;
        this.find = new FindMissed(jdbc);
        this.send = new SendMissed(jdbc);
        this.keep = keep;
    }

    /** Whether all deliveries of the span's events are recorded: one that is under way would be sent twice. */
    boolean isReady(Recovery recovery) {
        return settled.below(recovery.missedBelow());
    }

    /** @return how many are sent, or would be */
    int continueBehind(StoredPlace place, Recovery recovery, int limit, Instant now) {
        FindMissed.Found found = find.next(recovery.missedSpan(now.minus(keep).plus(MARGIN)), place);
        boolean all = found.missed().size() <= limit;
        List<StoredEvent> missed = all ? found.missed() : found.missed().subList(0, limit);
        int sent = recovery.dryRun() ? missed.size() : send.send(recovery.endpoint(), missed, now);
        StoredPlace next = all ? found.next() : missed.getLast().place();
        store.advanceMissed(recovery, next, sent, missed.size() - sent, now);
        if (all && found.last()) {
            store.finish(recovery, now);
        }
        return sent;
    }
}
