package io.igregulator.webhooks.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What was asked for on the command line; see {@code help.txt}.
 *
 * @param window how long events are published and faults inflicted
 * @param grace how long after an acknowledged change a request may have been on the wire already
 * @param patience how long the platform may take to finish after the last fault
 * @param mode what to do at all
 * @param workers of a burst
 * @param hanging endpoints of one account that hang, in the isolation run
 * @param killAfter arrivals of a burst before its worker is killed
 * @param from a built checkout whose services an upgrade begins with; this one without it
 * @param to the one that it leads to
 * @param keep whether data and logs stay although all went well
 */
record ChaosOptions(
        int events,
        int endpoints,
        int faults,
        long seed,
        Duration window,
        Duration grace,
        Duration patience,
        Optional<Path> json,
        Mode mode,
        int workers,
        int hanging,
        int killAfter,
        Optional<Path> from,
        Optional<Path> to,
        boolean keep,
        boolean help) {
    /** What to do. */
    enum Mode {
        FAULTS,
        /** Break nothing and measure isolation. */
        ISOLATION,
        /** Kill a worker early in a burst. */
        BURST,
        /** Let one account take what all share. */
        STRAIN,
        /** Restore PostgreSQL to an earlier time. */
        RESTORE,
        /** Replace the services one by one, and back. */
        UPGRADE,
        /** Let a backlog grow for a broken receiver, and fix it. */
        RESUME,
        /** Start two more workers under load, and stop them again. */
        SCALE
    }
}
