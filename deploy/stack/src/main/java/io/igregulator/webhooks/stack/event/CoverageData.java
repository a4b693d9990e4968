package io.igregulator.webhooks.stack.event;

import static io.igregulator.webhooks.stack.event.EnvelopeBytes.time;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** The {@code data} of {@code coverage.*} events: how well a regulator's register can be read at present. */
final class CoverageData {
    private static final List<String> REASONS =
            List.of("source_unreachable", "source_layout_changed", "source_rate_limited");

    private final RandomGenerator random;

    CoverageData(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode degraded(Regulator regulator, Instant now) {
        return of(regulator)
                .put("reason", REASONS.get(random.nextInt(REASONS.size())))
                .put("degraded_since", time(now))
                .put("source_url", regulator.register());
    }

    ObjectNode restored(Regulator regulator, Instant degradedSince, Instant now) {
        return of(regulator)
                .put("degraded_since", time(degradedSince))
                .put("restored_at", time(now))
                .put("source_url", regulator.register());
    }

    private static ObjectNode of(Regulator regulator) {
        return EnvelopeBytes.data()
                .put("jurisdiction_code", regulator.jurisdiction())
                .put("regulator", regulator.title());
    }
}
