package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The accounts of recently used credentials, by their SHA-256. It admits no caller: each request looks its own up again. */
final class RememberedCredentials {
    private static final int MOST = 10_000;

    private final Map<ByteBuffer, AccountId> accounts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, AccountId> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<AccountId> account(byte[] sha256) {
        return Optional.ofNullable(accounts.get(ByteBuffer.wrap(sha256)));
    }

    synchronized void add(byte[] sha256, AccountId account) {
        accounts.put(ByteBuffer.wrap(sha256), account);
    }
}
