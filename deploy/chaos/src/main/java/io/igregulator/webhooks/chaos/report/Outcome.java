package io.igregulator.webhooks.chaos.report;

import io.igregulator.webhooks.chaos.audit.Verdict;
import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything reported about a run.
 *
 * @param parked what waited in PostgreSQL at the worst
 * @param commit what was run
 * @param faults how many of each kind, processes only
 * @param changes how many of each kind, endpoints only
 * @param timeline what was done when
 * @param ownExits how often a process ended that no fault had touched; a service may, while PostgreSQL is away
 */
public record Outcome(
        Verdict verdict,
        Recovery recovery,
        Parked parked,
        SortedMap<String, Integer> faults,
        SortedMap<String, Integer> changes,
        List<TimelineEntry> timeline,
        int ownExits,
        Duration took,
        long seed,
        String commit)
        implements Judgement {
    public Outcome {
        faults = new TreeMap<>(faults);
        changes = new TreeMap<>(changes);
        timeline = List.copyOf(timeline);
    }

    int faultsInAll() {
        return sum(faults);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public boolean passed() {
        return verdict.passed();
    }

    @Override
    public void show(Console console) {
        new OutcomeTable(console).show(this);
    }
}
