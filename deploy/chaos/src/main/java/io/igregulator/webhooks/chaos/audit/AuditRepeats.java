package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.receive.Arrival;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came again after it had been accepted is explained by a fault, or is a fault of the platform. Only what a fault found
 * in flight, or kept from being recorded, may come again: the earlier request was accepted while the fault lasted, or close
 * to it. A fault explains no more of them than the workers' settings let it.
 */
final class AuditRepeats {
    /**
     * Repeats by what became of them.
     *
     * @param mostOfOneFault explained by the fault that explains most
     */
    record Result(long explained, int mostOfOneFault, List<Finding> findings) {}

    private final Case all;
    private final Map<Disturbance, Integer> explained = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private AuditRepeats(Case all) {
        this.all = all;
    }

    static Result of(Case all) {
        var audit = new AuditRepeats(all);
        all.arrivals().forEach(audit::lookAt);
        var counts = audit.explained.values();
        return new Result(
                counts.stream().mapToLong(Integer::longValue).sum(),
                counts.isEmpty() ? 0 : Collections.max(counts),
                audit.findings);
    }

    private void lookAt(Pair pair, List<Arrival> arrivals) {
        Arrival accepted = null;
        for (Arrival arrival : arrivals) {
            if (accepted != null) {
                explain(pair, accepted, arrival);
            }
            if (arrival.accepted()) {
                accepted = arrival;
            }
        }
    }

    private void explain(Pair pair, Arrival accepted, Arrival again) {
        var faults = all.unrecordedBecauseOf(accepted);
        if (faults.isEmpty()) {
            findings.add(finding(FindingKind.UNEXPLAINED_REPEAT, pair, accepted, again));
            return;
        }
        // Where several could be the reason, the one that may still explain most.
        Optional<Disturbance> reason =
                faults.stream().max(Comparator.comparingInt(this::left)).filter(fault -> left(fault) > 0);
        reason.ifPresentOrElse(
                fault -> explained.merge(fault, 1, Integer::sum),
                () -> findings.add(finding(FindingKind.REPEAT_BEYOND_BOUND, pair, accepted, again)));
    }

    private int left(Disturbance fault) {
        return all.evidence().repeatBound().of(fault.kind()) - explained.getOrDefault(fault, 0);
    }

    private Finding finding(FindingKind kind, Pair pair, Arrival accepted, Arrival again) {
        return new Finding(
                kind,
                all.name(pair) + ", accepted " + accepted.answeredAt() + " as attempt " + accepted.attempt()
                        + ", came again " + again.receivedAt() + " as attempt " + again.attempt());
    }
}
