package io.igregulator.webhooks.api.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this process measured last, as its meters show it. It measures in any case, so a request measures nothing, and the API
 * never shows other figures than the metrics.
 */
@Component
final class MeasuredFigures {
    private final MeterRegistry registry;

    MeasuredFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Null while it cannot be measured. */
    @Nullable
    Double value(String name, Tags tags) {
        @Nullable Gauge gauge = registry.find(name).tags(tags).gauge();
        return gauge == null || Double.isNaN(gauge.value()) ? null : gauge.value();
    }

    /** The same for a count. */
    @Nullable
    Long count(String name, Tags tags) {
        @Nullable Double value = value(name, tags);
        return value == null ? null : value.longValue();
    }

    /** Of one name, whatever their tags. */
    List<Gauge> all(String name) {
        Collection<Gauge> gauges = registry.find(name).gauges();
        return List.copyOf(gauges);
    }
}
