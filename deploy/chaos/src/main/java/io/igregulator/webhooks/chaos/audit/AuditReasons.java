package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The platform knows of every event that must not arrive at an endpoint why it did not. */
final class AuditReasons {

    /** @param asked pairs that must not arrive, and did not */
    record Result(long asked, List<Finding> findings) {}

    private AuditReasons() {}

    static Result of(Case all) {
        var expectations = new Expectations(all.evidence());
        var findings = new ArrayList<Finding>();
        long asked = 0;
        for (var event : all.evidence().published()) {
            var answers = all.evidence().reasons().getOrDefault(event.id(), Map.of());
            for (var endpoint : all.evidence().endpoints()) {
                var pair = new Pair(event.id(), endpoint.id());
                // What arrived all the same is a finding of its own.
                if (expectations.of(event, endpoint) == Expectation.MUST_NOT
                        && all.arrivals(pair).isEmpty()) {
                    asked++;
                    Set<String> right = expectations.reasons(event, endpoint);
                    String answer = answers.getOrDefault(endpoint.id(), "no reason");
                    if (!right.contains(answer)) {
                        findings.add(wrong(all, pair, event, answer, right));
                    }
                }
            }
        }
        return new Result(asked, findings);
    }

    private static Finding wrong(Case all, Pair pair, PublishedEvent event, String answer, Set<String> right) {
        return new Finding(
                FindingKind.WRONG_REASON,
                all.name(pair) + ", published " + event.sentAt() + ": " + answer + " instead of "
                        + String.join(" or ", right));
    }
}
