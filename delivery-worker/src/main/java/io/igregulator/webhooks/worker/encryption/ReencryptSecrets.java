package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.secret.SecretCipher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Moves secrets to the active key, batch by batch, once it has been active for a while. Any worker does it for all; what the
 * secrets are does not change, so no endpoint gets a new version.
 */
final class ReencryptSecrets {
    private static final Logger log = LoggerFactory.getLogger(ReencryptSecrets.class);

    // A hundred thousand secrets move in minutes, and nothing else notices.
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(100);

    private final ActiveKey activeKey;
    private final SecretRows rows;
    private final ReencryptBatch batch;
    private final EncryptionMeters meters;
    private final Set<String> oldKeys;
    private final EncryptionProperties properties;
    private final InstantSource clock;

    /** Of each old key, where its next batch begins. */
    private final Map<String, StoredSecret> positions = new HashMap<>();

    private final Set<String> unfinished = new HashSet<>();
    private boolean announced;

    ReencryptSecrets(
            ActiveKey activeKey,
            SecretRows rows,
            ReencryptBatch batch,
            EncryptionMeters meters,
            SecretCipher cipher,
            EncryptionProperties properties,
            InstantSource clock) {
        this.activeKey = activeKey;
        this.rows = rows;
        this.batch = batch;
        this.meters = meters;
        this.oldKeys = new HashSet<>(cipher.keys());
        this.oldKeys.remove(cipher.activeKey());
        this.properties = properties;
        this.clock = clock;
    }

    /** One batch; how long until the next one. */
    Duration round() {
        return tick() ? BETWEEN_BATCHES : properties.interval();
    }

    /** A round begins and ends with a count; true while it has another batch. */
    boolean tick() {
        try {
            return step();
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot encrypt secrets again now: {}", e.toString());
            meters.unknown();
            unfinished.clear();
            return false;
        }
    }

    private boolean step() {
        if (!announced) {
            activeKey.announce(clock.instant());
            announced = true;
        }
        if (unfinished.isEmpty()) {
            begin();
        }
        Optional<String> key = unfinished.stream().findFirst();
        key.ifPresent(this::continueWith);
        if (key.isPresent() && unfinished.isEmpty()) {
            meters.counted(rows.count());
        }
        return !unfinished.isEmpty();
    }

    private void begin() {
        List<SecretRows.Count> counts = rows.count();
        meters.counted(counts);
        positions.clear();
        List<String> old = counts.stream()
                .filter(count -> count.table().equals(SecretRows.SECRETS))
                .map(SecretRows.Count::key)
                .filter(oldKeys::contains)
                .toList();
        if (!old.isEmpty() && activeKey.settled(properties.settle(), clock.instant())) {
            unfinished.addAll(old);
        }
    }

    private void continueWith(String key) {
        @Nullable StoredSecret after = positions.get(key);
        Optional<StoredSecret> end = batch.run(key, after);
        if (end.isPresent()) {
            positions.put(key, end.get());
        } else {
            unfinished.remove(key);
        }
    }
}
