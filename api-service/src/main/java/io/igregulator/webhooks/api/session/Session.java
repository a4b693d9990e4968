package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.id.AccountId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a session was opened with. */
public sealed interface Session {
    Door door();

    /**
     * By a token of the operator's.
     *
     * @param tokenSha256 the session ends with the token
     */
    record OfOperator(byte[] tokenSha256) implements Session {
        @Override
        public Door door() {
            return Door.CONSOLE;
        }
    }

    /**
     * By a link into the portal.
     *
     * @param returnUrl where its visitor came from; null if the platform has not said so
     */
    record OfAccount(
            AccountId account, Scope role, @Nullable URI returnUrl) implements Session {
        @Override
        public Door door() {
            return Door.PORTAL;
        }
    }
}
