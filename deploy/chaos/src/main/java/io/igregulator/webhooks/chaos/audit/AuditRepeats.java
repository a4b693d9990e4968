package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.receive.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came again after it had been accepted is explained by a fault, or is a fault of the platform. Only what a fault found
 * in flight, or kept from being recorded, may come again: the earlier request was accepted while the fault lasted, or close
 * to it.
 */
final class AuditRepeats {
    /** Repeats by what became of them. */
    record Result(long explained, List<Finding> findings) {}

    private AuditRepeats() {}

    static Result of(Case all) {
        long explained = 0;
        var findings = new ArrayList<Finding>();
        for (Map.Entry<Pair, List<Arrival>> entry : all.arrivals().entrySet()) {
            Arrival accepted = null;
            for (Arrival arrival : entry.getValue()) {
                if (accepted != null && all.mayBeUnrecorded(accepted)) {
                    explained++;
                } else if (accepted != null) {
                    findings.add(unexplained(all.name(entry.getKey()), accepted, arrival));
                }
                if (arrival.accepted()) {
                    accepted = arrival;
                }
            }
        }
        return new Result(explained, findings);
    }

    private static Finding unexplained(String pair, Arrival accepted, Arrival again) {
        return new Finding(
                FindingKind.UNEXPLAINED_REPEAT,
                pair + ", accepted " + accepted.answeredAt() + " as attempt " + accepted.attempt() + ", came again "
                        + again.receivedAt() + " as attempt " + again.attempt());
    }
}
