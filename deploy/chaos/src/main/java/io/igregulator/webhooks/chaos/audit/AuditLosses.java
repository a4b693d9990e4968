package io.igregulator.webhooks.chaos.audit;

import java.util.ArrayList;
import java.util.List;

/** Every event that had to arrive at an endpoint was accepted there. */
final class AuditLosses {

    /** @param expected pairs that had to arrive */
    record Result(long expected, List<Finding> findings) {}

    private AuditLosses() {}

    static Result of(Case all) {
        var expectations = new Expectations(all.evidence());
        var findings = new ArrayList<Finding>();
        long expected = 0;
        for (var event : all.evidence().published()) {
            for (var endpoint : all.evidence().endpoints()) {
                if (expectations.of(event, endpoint) == Expectation.MUST) {
                    expected++;
                    var pair = new Pair(event.id(), endpoint.id());
                    if (!all.accepted(pair)) {
                        findings.add(lost(all, pair, event.sentAt() + " " + event.partition() + "@" + event.offset()));
                    }
                }
            }
        }
        return new Result(expected, findings);
    }

    private static Finding lost(Case all, Pair pair, String published) {
        return new Finding(
                FindingKind.LOST,
                all.name(pair) + ", published " + published + ", requests seen: "
                        + all.arrivals(pair).size());
    }
}
