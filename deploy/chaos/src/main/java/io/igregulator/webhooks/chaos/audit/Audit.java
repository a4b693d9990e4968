package io.igregulator.webhooks.chaos.audit;

import java.util.ArrayList;

/** Compares a run's evidence with the public contract. */
public final class Audit {
    private Audit() {}

    public static Verdict of(Evidence evidence) {
        var all = new Case(evidence);
        var losses = AuditLosses.of(all);
        var repeats = AuditRepeats.of(all);
        var sends = AuditSends.of(all);
        var findings = new ArrayList<>(losses.findings());
        findings.addAll(repeats.findings());
        findings.addAll(sends.findings());
        findings.addAll(AuditSignatures.of(all));
        findings.addAll(AuditRows.of(all));
        findings.addAll(AuditFigures.of(all));
        var reasons = AuditReasons.of(all);
        findings.addAll(reasons.findings());
        evidence.unfinished().forEach(what -> findings.add(new Finding(FindingKind.NOT_FINISHED, what)));
        long received = all.arrivals().keySet().stream().filter(all::accepted).count();
        return new Verdict(
                evidence.published().size(),
                losses.expected(),
                received,
                repeats.explained(),
                repeats.mostOfOneFault(),
                evidence.repeatBound().ofOneWorker(),
                sends.latest(),
                reasons.asked(),
                findings);
    }
}
