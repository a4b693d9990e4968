package io.igregulator.webhooks.benchmark.scenario;

import io.igregulator.webhooks.stack.CommandFailure;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The scenarios that are to run, with those that they are compared with. */
public final class Selection {
    /** Its throughput is the maximum that rates are a share of. */
    public static final String MAXIMUM = "steady";

    private Selection() {}

    /**
     * @param wanted by name; none for all
     * @param times how often each of those is to run; what they are compared with runs once
     */
    public static List<Scenario> of(Map<String, Scenario> all, Collection<String> wanted, int times) {
        return of(all, wanted).stream()
                .flatMap(scenario ->
                        Collections.nCopies(wanted.isEmpty() || wanted.contains(scenario.name()) ? times : 1, scenario)
                                .stream())
                .toList();
    }

    private static List<Scenario> of(Map<String, Scenario> all, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return List.copyOf(all.values());
        }
        var chosen = new TreeSet<String>();
        wanted.forEach(name -> choose(name, all, chosen));
        return all.values().stream()
                .filter(scenario -> chosen.contains(scenario.name()))
                .toList();
    }

    private static void choose(String name, Map<String, Scenario> all, Collection<String> chosen) {
        var scenario = all.get(name);
        if (scenario == null) {
            throw new CommandFailure(
                    "There is no scenario " + name + "; there are " + String.join(", ", all.keySet()) + ".");
        }
        if (!chosen.add(name)) {
            return;
        }
        if (scenario.kind() == Kind.RATE) {
            choose(MAXIMUM, all, chosen);
        }
        var baseline = scenario.baseline();
        if (baseline != null) {
            choose(baseline, all, chosen);
        }
    }
}
