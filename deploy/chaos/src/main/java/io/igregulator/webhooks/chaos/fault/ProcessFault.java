package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * Done to one of the stack's processes.
 *
 * @param worker which of the workers, where the kind is about one
 * @param lasts until the process is started again, thawed or stopped again
 */
public record ProcessFault(Kind kind, int worker, Duration lasts) implements Fault {

    /** What happens to the process. */
    public enum Kind {
        WORKER_KILLED,
        /** Killed in the first second of a burst, which the fault publishes itself. */
        WORKER_KILLED_IN_BURST,
        WORKER_FROZEN,
        /** A planned stop, and a start some time later. */
        WORKER_STOPPED,
        /** One more joins, and leaves by a planned stop. */
        WORKER_ADDED,
        API_KILLED,
        BROKER_KILLED,
        BROKER_RESTARTED,
        POSTGRES_KILLED,
        POSTGRES_RESTARTED,
        /** Its sessions take no writes and stay connected; later new ones take them, and only those. */
        POSTGRES_FAILED_OVER;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether it can cut off requests that are in flight, or keep their outcomes from being recorded. */
        public boolean disturbsDeliveries() {
            return this != API_KILLED;
        }

        /** Whether it can do so at one worker only. */
        public boolean disturbsOneWorker() {
            return switch (this) {
                case WORKER_KILLED, WORKER_KILLED_IN_BURST, WORKER_FROZEN, WORKER_STOPPED -> true;
                case WORKER_ADDED,
                        API_KILLED,
                        BROKER_KILLED,
                        BROKER_RESTARTED,
                        POSTGRES_KILLED,
                        POSTGRES_RESTARTED,
                        POSTGRES_FAILED_OVER -> false;
            };
        }
    }

    @Override
    public String label() {
        return kind.label();
    }
}
