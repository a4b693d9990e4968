package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.watch.AttemptRow;
import io.igregulator.webhooks.figures.AttemptClass.End;
import io.igregulator.webhooks.id.EndpointId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The platform's figures count each attempt of its history once. The history of a deleted endpoint is removed in the background. */
final class AuditFigures {
    private static final int LOWEST_REFUSAL = 300;

    private record Key(EndpointId endpoint, End end) {}

    private AuditFigures() {}

    static List<Finding> of(Case all) {
        Set<EndpointId> kept = all.evidence().endpoints().stream()
                .filter(endpoint -> endpoint.deletion().isEmpty())
                .map(EndpointHistory::id)
                .collect(Collectors.toSet());
        Map<Key, Integer> recorded = new HashMap<>();
        all.evidence().attempts().stream()
                .filter(row -> kept.contains(row.endpoint()))
                .forEach(row -> recorded.merge(new Key(row.endpoint(), end(row)), 1, Integer::sum));
        Map<Key, Integer> counted = new HashMap<>();
        all.evidence().counted().stream()
                .filter(row -> kept.contains(row.endpoint()))
                .forEach(row -> counted.merge(new Key(row.endpoint(), row.end()), row.count(), Integer::sum));
        var keys = new HashSet<>(recorded.keySet());
        keys.addAll(counted.keySet());
        return keys.stream()
                .filter(key -> !recorded.getOrDefault(key, 0).equals(counted.getOrDefault(key, 0)))
                .map(key -> new Finding(
                        FindingKind.MISCOUNTED,
                        "%s (%s) has %d attempts %s in its history and %d in its figures"
                                .formatted(
                                        all.endpoint(key.endpoint()).name(),
                                        key.endpoint(),
                                        recorded.getOrDefault(key, 0),
                                        key.end(),
                                        counted.getOrDefault(key, 0))))
                .toList();
    }

    private static End end(AttemptRow row) {
        if (row.httpStatus().isEmpty()) {
            return End.UNANSWERED;
        }
        int status = row.httpStatus().getAsInt();
        return status >= 200 && status < LOWEST_REFUSAL ? End.DELIVERED : End.REFUSED;
    }
}
