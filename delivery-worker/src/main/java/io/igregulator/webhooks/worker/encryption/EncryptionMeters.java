package io.igregulator.webhooks.worker.encryption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** How far secrets have moved to the active key: a key without rows can be retired. */
final class EncryptionMeters {
    private final String activeKey;
    private final MultiGauge rows;
    private final Counter reencrypted;
    private final Counter unreadable;

    EncryptionMeters(MeterRegistry registry, String activeKey) {
        this.activeKey = activeKey;
        this.rows = MultiGauge.builder("webhook.secrets.rows")
                .description(
                        "Encrypted rows by table and by the key that opens them; active says whether it is this worker's")
                .register(registry);
        this.reencrypted = Counter.builder("webhook.secrets.reencrypted")
                .description("Secrets that this worker has encrypted again with the active key")
                .register(registry);
        this.unreadable = Counter.builder("webhook.secrets.unreadable")
                .description("Times that a secret of an old key could not be opened and was left as it is")
                .register(registry);
    }

    void counted(List<SecretRows.Count> counts) {
        rows.register(
                counts.stream()
                        .<Row<?>>map(count -> Row.of(
                                Tags.of(
                                        "table", count.table(),
                                        "key", count.key(),
                                        "active", Boolean.toString(count.key().equals(activeKey))),
                                count.rows()))
                        .toList(),
                true);
    }

    void unknown() {
        rows.register(List.of(), true);
    }

    void reencrypted(int secrets) {
        reencrypted.increment(secrets);
    }

    void unreadable() {
        unreadable.increment();
    }
}
