package io.igregulator.webhooks.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What Linux reports of a process; elsewhere everything is 0. */
final class ProcessFile {
    /** Of every Linux there is to be met: the kernel's interface for user programs is fixed to it. */
    private static final int TICKS_A_SECOND = 100;

    private static final int FIRST_AFTER_NAME = 3;
    private static final int USER = 14;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ProcessFile() {}

    /** User and system time, that of ended and awaited children included. */
    static long cpuMillis(long pid) {
        return cpuMillis(read(pid, "stat"));
    }

    static long cpuMillis(String stat) {
        int nameEnd = stat.lastIndexOf(')');
        if (nameEnd < 0) {
            return 0;
        }
        String[] fields = BLANKS.split(stat.substring(nameEnd + 2), -1);
        long ticks = 0;
        for (int i = 0; i < 4; i++) {
            ticks += Long.parseLong(fields[USER - FIRST_AFTER_NAME + i]);
        }
        return ticks * 1_000 / TICKS_A_SECOND;
    }

    /** The most memory that was ever resident. */
    static long peakBytes(long pid) {
        return kilobytes(read(pid, "status"), "VmHWM:");
    }

    /** Resident memory, what is shared divided among those who share it. */
    static long proportionalBytes(long pid) {
        return kilobytes(read(pid, "smaps_rollup"), "Pss:");
    }

    static long kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> BLANKS.split(line.strip(), -1))
                .mapToLong(words -> Long.parseLong(words[1]) * 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            // Not Linux, or the process has ended.
            return "";
        }
    }
}
