package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Finding;
import io.igregulator.webhooks.chaos.audit.FindingKind;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The outcome for programs. */
public final class OutcomeJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_FINDINGS = 200;

    private OutcomeJson() {}

    public static void write(Outcome outcome, Path file) {
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(of(outcome)));
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + file + ".", e);
        }
    }

    static ObjectNode of(Outcome outcome) {
        var verdict = outcome.verdict();
        var json = JSON.createObjectNode()
                .put("passed", outcome.passed())
                .put("published", verdict.published())
                .put("expected", verdict.expected())
                .put("received", verdict.received())
                .put("lost", verdict.count(FindingKind.LOST));
        json.putObject("repeated")
                .put("explained", verdict.explainedRepeats())
                .put("most_of_one_fault", verdict.mostOfOneFault())
                .put("bound_of_one_worker", verdict.boundOfOneWorker())
                .put("beyond_bound", verdict.count(FindingKind.REPEAT_BEYOND_BOUND))
                .put("unexplained", verdict.count(FindingKind.UNEXPLAINED_REPEAT));
        json.put("wrong_sends", verdict.wrongSends())
                .put("rows_that_disagree", verdict.count(FindingKind.ROW_DISAGREES))
                .put("figures_that_disagree", verdict.count(FindingKind.MISCOUNTED))
                .put("why_answers", verdict.reasonsAsked())
                .put("why_answers_wrong", verdict.count(FindingKind.WRONG_REASON))
                .put("faults", outcome.faultsInAll());
        counts(json.putObject("faults_by_kind"), outcome.faults());
        counts(json.putObject("endpoint_changes"), outcome.changes());
        json.putObject("parked_at_peak")
                .put("of_healthy", outcome.parked().ofHealthy())
                .put("of_others", outcome.parked().ofOthers());
        json.put("ended_by_themselves", outcome.ownExits())
                .put("longest_recovery_seconds", seconds(outcome.recovery().longest()))
                .put("slowest_delivery_seconds", seconds(outcome.recovery().slowestDelivery()))
                .put("latest_after_change_seconds", seconds(verdict.latestSend()))
                .put("duration_seconds", seconds(outcome.took()))
                .put("seed", outcome.seed())
                .put("commit", outcome.commit());
        timeline(json, outcome);
        findings(json, outcome);
        return json;
    }

    private static void timeline(ObjectNode json, Outcome outcome) {
        var timeline = json.putArray("timeline");
        for (TimelineEntry entry : outcome.timeline()) {
            timeline.addObject()
                    .put("from", entry.from().toString())
                    .put("to", entry.to().toString())
                    .put("what", entry.what())
                    .put("target", entry.target());
        }
    }

    private static void findings(ObjectNode json, Outcome outcome) {
        var findings = json.putArray("findings");
        for (FindingKind kind : FindingKind.values()) {
            outcome.verdict().findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(MOST_FINDINGS)
                    .map(Finding::text)
                    .forEach(text ->
                            findings.addObject().put("kind", kind.label()).put("text", text));
        }
    }

    private static void counts(ObjectNode into, Map<String, Integer> counts) {
        counts.forEach(into::put);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
