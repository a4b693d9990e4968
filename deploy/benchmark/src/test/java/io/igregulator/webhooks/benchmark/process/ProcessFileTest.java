package io.igregulator.webhooks.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFileTest {
    @Test
    void countsUserAndSystemTimeOfAProcessAndItsAwaitedChildren() {
        String stat = "4242 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 100 20 3 4 20 0 1 0 12345 1 2";

        assertThat(ProcessFile.cpuMillis(stat)).isEqualTo(1_270);
    }

    @Test
    void aProcessThatIsGoneCountsNothing() {
        assertThat(ProcessFile.cpuMillis("")).isZero();
        assertThat(ProcessFile.peakBytes(Integer.MAX_VALUE)).isZero();
    }

    @Test
    void readsKilobytesAsBytes() {
        assertThat(ProcessFile.kilobytes("VmPeak:\t  9 kB\nVmHWM:\t  2048 kB\n", "VmHWM:"))
                .isEqualTo(2 << 20);
    }
}
