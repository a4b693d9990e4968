package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.run.ScenarioResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Two builds or settings under the same load, in turn.
 *
 * @param rounds those in which both came to a result
 * @param failures why one of them did not
 */
public record ComparisonReport(
        String command,
        Machine machine,
        Instant startedAt,
        Side base,
        Side present,
        List<Round> rounds,
        List<String> failures) {
    public ComparisonReport {
        rounds = List.copyOf(rounds);
        failures = List.copyOf(failures);
    }

    /** What one of the two is. */
    public record Side(String name, String commit, Map<String, Object> worker, List<String> jvm) {
        public Side {
            worker = Map.copyOf(worker);
            jvm = List.copyOf(jvm);
        }
    }

    /** Both, one immediately after the other. */
    public record Round(ScenarioResult base, ScenarioResult present) {}

    public boolean passed() {
        return failures.isEmpty()
                && rounds.stream()
                        .allMatch(round ->
                                round.base().passed() && round.present().passed());
    }
}
