package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.EventId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds records that carry another body than the one that counts for their event's id: the first that was stored. */
final class FindConflicts {
    private FindConflicts() {}

    /**
     * @param read what the batch held
     * @param stored the events of {@code read}, in the same order, with the bodies that count
     */
    static List<RejectedRecord> find(ReadRecords.Result read, List<PublishedEvent> stored) {
        List<RejectedRecord> conflicts = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            if (!Arrays.equals(stored.get(i).body(), read.events().get(i).body())) {
                conflicts.add(RejectedRecord.conflicting(read.origins().get(i)));
            }
        }
        if (!read.repeats().isEmpty()) {
            Map<EventId, byte[]> counts = new HashMap<>();
            stored.forEach(event -> counts.put(event.id(), event.body()));
            read.repeats().stream()
                    .filter(repeat -> !Arrays.equals(
                            counts.get(repeat.id()), repeat.origin().value()))
                    .forEach(repeat -> conflicts.add(RejectedRecord.conflicting(repeat.origin())));
        }
        return conflicts;
    }
}
