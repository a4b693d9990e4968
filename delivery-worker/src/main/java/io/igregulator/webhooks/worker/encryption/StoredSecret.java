package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;

/** A secret as it lies in its row. */
record StoredSecret(EndpointId endpoint, int generation, EncryptedSecret sealed) {
    StoredSecret with(EncryptedSecret other) {
        return new StoredSecret(endpoint, generation, other);
    }
}
