package io.igregulator.webhooks.benchmark.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The processes of a run by name, PostgreSQL's family as one. */
public final class Processes {
    private static final String FAMILY = "postgres";

    private final Map<String, Long> pids;
    private long familyPeak;

    public Processes(Map<String, Long> pids) {
        this.pids = new LinkedHashMap<>(pids);
    }

    /** Milliseconds of processor time so far. */
    public Map<String, Long> cpuMillis() {
        var cpu = new LinkedHashMap<String, Long>();
        pids.forEach((name, pid) ->
                cpu.put(name, family(name, pid).map(ProcessFile::cpuMillis).sum()));
        return cpu;
    }

    /** Peak memory in bytes; of a family the largest that was seen. */
    public Map<String, Long> peakBytes() {
        look();
        var peak = new LinkedHashMap<String, Long>();
        pids.forEach((name, pid) -> peak.put(name, name.equals(FAMILY) ? familyPeak : ProcessFile.peakBytes(pid)));
        return peak;
    }

    /** Takes the family's memory of this moment into account. */
    public void look() {
        Long postmaster = pids.get(FAMILY);
        if (postmaster != null) {
            familyPeak = Math.max(
                    familyPeak,
                    family(FAMILY, postmaster)
                            .map(ProcessFile::proportionalBytes)
                            .sum());
        }
    }

    private static LongStream family(String name, long pid) {
        var self = LongStream.of(pid);
        return name.equals(FAMILY)
                ? LongStream.concat(
                        self,
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::children)
                                .mapToLong(ProcessHandle::pid))
                : self;
    }
}
