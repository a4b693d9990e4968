package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Evidence;
import io.igregulator.webhooks.chaos.change.EndpointHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something that was done to the platform, to follow up findings with. */
public record TimelineEntry(Instant from, Instant to, String what, String target) {

    /** Oldest first. */
    public static List<TimelineEntry> of(Evidence evidence) {
        var faults = evidence.disturbances().stream()
                .map(fault ->
                        new TimelineEntry(fault.from(), fault.to(), fault.kind().label(), fault.target()));
        var changes = evidence.endpoints().stream().flatMap(TimelineEntry::of);
        return Stream.concat(faults, changes)
                .sorted(Comparator.comparing(TimelineEntry::from))
                .toList();
    }

    private static Stream<TimelineEntry> of(EndpointHistory endpoint) {
        return endpoint.changes().stream()
                .map(change -> new TimelineEntry(
                        change.begunAt(),
                        change.answeredAt(),
                        change.what().name().toLowerCase(Locale.ROOT),
                        endpoint.name() + " " + endpoint.id()));
    }
}
