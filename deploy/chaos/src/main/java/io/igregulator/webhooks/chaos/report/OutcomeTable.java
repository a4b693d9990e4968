package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Finding;
import io.igregulator.webhooks.chaos.audit.FindingKind;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The outcome for the person at the terminal. */
final class OutcomeTable {
    private static final int SHOWN_EACH = 10;

    private final Console console;

    OutcomeTable(Console console) {
        this.console = console;
    }

    void show(Outcome outcome) {
        var verdict = outcome.verdict();
        line("published", Long.toString(verdict.published()));
        line("expected", Long.toString(verdict.expected()));
        line("received", Long.toString(verdict.received()));
        line("lost", Long.toString(verdict.count(FindingKind.LOST)));
        line("repeated, explained", Long.toString(verdict.explainedRepeats()));
        line(
                "repeated by one fault",
                verdict.mostOfOneFault() + " at most; one that meets one worker may cause "
                        + verdict.boundOfOneWorker());
        line("repeated beyond bound", Long.toString(verdict.count(FindingKind.REPEAT_BEYOND_BOUND)));
        line("repeated, unexplained", Long.toString(verdict.count(FindingKind.UNEXPLAINED_REPEAT)));
        line("wrong sends", Long.toString(verdict.wrongSends()));
        line("rows that disagree", Long.toString(verdict.count(FindingKind.ROW_DISAGREES)));
        line("figures that disagree", Long.toString(verdict.count(FindingKind.MISCOUNTED)));
        line("why answers", Long.toString(verdict.reasonsAsked()));
        line("why answers wrong", Long.toString(verdict.count(FindingKind.WRONG_REASON)));
        line("faults", outcome.faultsInAll() + ": " + counts(outcome.faults()));
        line("endpoint changes", counts(outcome.changes()));
        line("ended by themselves", Integer.toString(outcome.ownExits()));
        line("longest to recover", seconds(outcome.recovery().longest()));
        line("slowest delivery", seconds(outcome.recovery().slowestDelivery()) + " to a healthy endpoint");
        line(
                "parked at the peak",
                outcome.parked().ofHealthy() + " of healthy endpoints, "
                        + outcome.parked().ofOthers() + " of all others");
        line("latest after a change", seconds(verdict.latestSend()));
        line("took", seconds(outcome.took()));
        line("seed, commit", outcome.seed() + ", " + outcome.commit());
        findings(outcome);
        console.say(outcome.passed() ? "Fault run passed." : "Fault run FAILED.");
    }

    private void findings(Outcome outcome) {
        for (FindingKind kind : FindingKind.values()) {
            var found = outcome.verdict().findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(Finding::text)
                    .toList();
            if (!found.isEmpty()) {
                console.say(kind.label() + ": " + found.size());
                found.stream().limit(SHOWN_EACH).forEach(text -> console.say("  " + text));
            }
        }
    }

    private void line(String name, String value) {
        console.say("  %-22s %s".formatted(name, value));
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
