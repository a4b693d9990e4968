package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is told about a run.
 *
 * @param commit what was run
 * @param faults how many of each kind, processes only
 * @param changes how many of each kind, endpoints only
 * @param ownExits how often a process ended that no fault had touched; a service may, while PostgreSQL is away
 */
public record Outcome(
        Verdict verdict,
        Recovery recovery,
        SortedMap<String, Integer> faults,
        SortedMap<String, Integer> changes,
        int ownExits,
        Duration took,
        long seed,
        String commit) {
    public Outcome {
        faults = new TreeMap<>(faults);
        changes = new TreeMap<>(changes);
    }

    int faultsInAll() {
        return sum(faults);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean passed() {
        return verdict.passed();
    }
}
