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
        WORKER_FROZEN,
        /** A planned stop, and a start some time later. */
        WORKER_STOPPED,
        /** One more joins, and leaves by a planned stop. */
        WORKER_ADDED,
        API_KILLED,
        BROKER_KILLED,
        BROKER_RESTARTED,
        POSTGRES_KILLED,
        POSTGRES_RESTARTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether it can cut off requests that are in flight, or keep their outcomes from being recorded. */
        public boolean disturbsDeliveries() {
            return this != API_KILLED;
        }
    }

    @Override
    public String label() {
        return kind.label();
    }
}
