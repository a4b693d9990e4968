package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.http.ExchangeError;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to be written about one delivery before it counts as done. */
public sealed interface Outcome {
    Delivery delivery();

    /**
     * A request was made, or failed on its way.
     *
     * @param error a stable code, null when an answer arrived
     */
    record Attempted(
            Delivery delivery,
            Instant startedAt,
            int latencyMillis,
            @Nullable Integer httpStatus,
            @Nullable String error,
            @Nullable String responseBody,
            RetryDecision decision)
            implements Outcome {
        private static final int TOO_MANY_REQUESTS = 429;

        public boolean succeeded() {
            return decision instanceof RetryDecision.Delivered;
        }

        /** Whether the delivery's row alone holds all there is to know of the attempt. */
        public boolean succeededAtFirst() {
            return succeeded() && delivery.nextAttempt() == 1;
        }

        public Instant end() {
            return startedAt.plusMillis(latencyMillis);
        }

        /** Whether the platform is to blame: it says nothing of the receiver. */
        boolean ours() {
            return ExchangeError.INTERNAL_ERROR.wireName().equals(error);
        }

        /** Whether the receiver had too much to do: it said so, or did not answer in time. */
        public boolean overloaded() {
            return httpStatus == null
                    ? ExchangeError.TIMEOUT.wireName().equals(error)
                    : httpStatus == TOO_MANY_REQUESTS;
        }

        /** Human-readable cause: the error's code, or the status other than success. */
        public String failure() {
            return error == null ? "http_" + httpStatus : error;
        }
    }

    /**
     * Nothing was sent and no attempt is spent: the delivery waits in PostgreSQL.
     *
     * @param due when it is to be sent, apart from what holds its endpoint back
     * @param until when it is looked at again
     */
    record Parked(Delivery delivery, Reason reason, Instant due, Instant until) implements Outcome {
        public Parked(Delivery delivery, Reason reason, Instant until) {
            this(delivery, reason, until, until);
        }

        /** Why it was not tried. */
        public enum Reason {
            /** The endpoint is inactive; it waits until that changes, whatever the time says. */
            INACTIVE,
            /** The endpoint's circuit is open. */
            CIRCUIT_OPEN,
            /** The endpoint takes longer than its lane can wait. */
            SLOW_ENDPOINT,
            /** The worker itself had no connection to spare. */
            NO_CONNECTION,
            /** The worker itself had no DNS lookup to spare. */
            NO_LOOKUP,
            /** Requests of its account that have no answer yet take the account's whole share of the worker. */
            ACCOUNT_SHARE;

            public String wireName() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** The endpoint was deleted: nothing is kept. */
    record Abandoned(Delivery delivery) implements Outcome {}

    /** It can no longer be sent. */
    record Expired(Delivery delivery, DeliveryError error, Instant at) implements Outcome {}
}
