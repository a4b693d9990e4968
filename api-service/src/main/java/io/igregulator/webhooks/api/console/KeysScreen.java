package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.ApiKeyStore.IssuedKey;
import java.time.Instant;
import java.util.List;

/**
 * An account's keys, newest first.
 *
 * @param once the key of the form that issues one
 */
public record KeysScreen(Frame frame, String path, List<IssuedKey> keys, String once, Instant now, int status)
        implements Screen {
    public KeysScreen {
        keys = List.copyOf(keys);
    }

    @Override
    public String template() {
        return "keys";
    }

    /** The state of a key, in a word. */
    public String state(IssuedKey key) {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        Instant end = key.terms().expiresAt();
        return end != null && !end.isAfter(now) ? "expired" : "in force";
    }
}
