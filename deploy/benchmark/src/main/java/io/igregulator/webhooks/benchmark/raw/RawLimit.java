package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.benchmark.process.Companion;
import io.igregulator.webhooks.benchmark.process.Jvm;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Measures the raw limit in a JVM of its own, with as much heap as a worker has. */
public final class RawLimit {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawLimit() {}

    public static RawResult measure(RawPlan plan, Path logs) {
        try (var client = Companion.start("raw-client", logs, Jvm.command(RawClientMain.class, "256m", List.of()))) {
            return JSON.readValue(client.ask(JSON.writeValueAsString(plan)), RawResult.class);
        }
    }
}
