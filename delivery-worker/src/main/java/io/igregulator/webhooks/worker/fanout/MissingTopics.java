package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Looks for the topics that fan-out reads and writes: consumers would otherwise complain by the second, or create them. */
final class MissingTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;

    MissingTopics(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    Set<String> find() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> missing = new TreeSet<>(Topics.DOMAIN);
        missing.add(Topics.DELIVERIES);
        missing.add(Topics.DEAD_LETTERS);
        try (Admin admin = Admin.create(settings)) {
            missing.removeAll(admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return missing;
    }
}
