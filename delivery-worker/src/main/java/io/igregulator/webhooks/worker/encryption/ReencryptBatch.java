package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypts a few secrets again, in one short transaction. */
final class ReencryptBatch {
    private static final Logger log = LoggerFactory.getLogger(ReencryptBatch.class);

    private final SecretRows rows;
    private final SecretCipher cipher;
    private final TransactionTemplate transaction;
    private final EncryptionMeters meters;
    private final int size;

    ReencryptBatch(
            SecretRows rows,
            SecretCipher cipher,
            PlatformTransactionManager transactions,
            EncryptionMeters meters,
            int size) {
        this.rows = rows;
        this.cipher = cipher;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
        this.size = size;
    }

    /**
     * @param after where the batch before it ended; null for the first one
     * @return where this one ended; empty if it was the last
     */
    Optional<StoredSecret> run(String key, @Nullable StoredSecret after) {
        Optional<StoredSecret> last = transaction.execute(status -> {
            List<StoredSecret> held = rows.hold(key, after, size);
            move(held);
            return held.size() < size ? Optional.empty() : Optional.of(held.getLast());
        });
        return last == null ? Optional.empty() : last;
    }

    private void move(List<StoredSecret> held) {
        List<StoredSecret> before = new ArrayList<>(held.size());
        List<StoredSecret> after = new ArrayList<>(held.size());
        for (StoredSecret secret : held) {
            reencrypt(secret).ifPresent(other -> {
                before.add(secret);
                after.add(secret.with(other));
            });
        }
        if (!before.isEmpty()) {
            meters.reencrypted(rows.replace(before, after));
        }
    }

    /** One that does not open holds up no other. */
    private Optional<EncryptedSecret> reencrypt(StoredSecret secret) {
        try {
            return Optional.of(cipher.encrypt(cipher.decrypt(secret.sealed(), secret.endpoint()), secret.endpoint()));
        } catch (IllegalStateException e) {
            log.error("cannot encrypt a secret of endpoint {} again: {}", secret.endpoint(), e.getMessage());
            meters.unreadable();
            return Optional.empty();
        }
    }
}
