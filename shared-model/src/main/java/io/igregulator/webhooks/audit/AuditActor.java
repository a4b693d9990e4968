package io.igregulator.webhooks.audit;

import io.igregulator.webhooks.id.KeyId;
import org.jspecify.annotations.Nullable;

/** Who made a change. */
public sealed interface AuditActor {
    /** As stored; never changes. */
    String wireName();

    /** Null where it was not an integrator's key. */
    default @Nullable KeyId key() {
        return null;
    }

    /** Null unless a named token of the operator's was used. */
    default @Nullable String operatorName() {
        return null;
    }

    /** Null for the worker, which acts without a call. */
    default @Nullable String remoteAddress() {
        return null;
    }

    /** An integrator, known by the key of the request. */
    record ApiKey(KeyId key, String remoteAddress) implements AuditActor {
        @Override
        public String wireName() {
            return "api_key";
        }
    }

    /**
     * A caller with a token of the operator's.
     *
     * @param operatorName null for the token that has none
     */
    record Operator(@Nullable String operatorName, String remoteAddress) implements AuditActor {
        @Override
        public String wireName() {
            return "operator";
        }
    }

    /** A visitor of the customers' portal, whom the platform has sent there. */
    record Portal(String remoteAddress) implements AuditActor {
        @Override
        public String wireName() {
            return "portal";
        }
    }

    /** The worker itself, after a receiver's answer. */
    record Worker() implements AuditActor {
        @Override
        public String wireName() {
            return "worker";
        }
    }
}
