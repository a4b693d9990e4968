package io.igregulator.webhooks.chaos.audit;

import java.time.Duration;
import java.util.List;

/**
 * What a run proved.
 *
 * @param expected pairs of event and endpoint that had to arrive
 * @param received different pairs that were accepted
 * @param mostOfOneFault repeats explained by the fault that explains most
 * @param boundOfOneWorker what a fault of one worker may explain
 * @param latestSend how long after an acknowledged change a request that had no business there still came
 * @param reasonsAsked pairs that must not arrive, of which the platform was asked why they did not
 */
public record Verdict(
        long published,
        long expected,
        long received,
        long explainedRepeats,
        int mostOfOneFault,
        int boundOfOneWorker,
        Duration latestSend,
        long reasonsAsked,
        List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.isEmpty();
    }

    public long count(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    public long wrongSends() {
        return findings.stream().filter(finding -> finding.kind().wrongSend()).count();
    }
}
