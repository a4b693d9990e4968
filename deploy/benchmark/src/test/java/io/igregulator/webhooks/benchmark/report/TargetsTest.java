package io.igregulator.webhooks.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void halfOfRawIsJudgedByProcessorTimeOfAllProcesses() {
        assertThat(of("steady", Measured.report(Measured.result("steady", 4_000, 100, 40_000, 50))))
                .isEqualTo(
                        new Target("steady", "at least 0.5 of raw by CPU", "0.50 by CPU, 0.10 by rate", Verdict.MET));
        assertThat(of("steady", Measured.report(Measured.result("steady", 39_000, 101, 40_000, 50)))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatADeliveryMayCostGrowsAsTheMachineGetsSlower() {
        assertThat(of("steady, per delivery", Measured.report(Measured.result("steady", 4_000, 198, 20_000, 90)))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(of("steady, per delivery", Measured.report(Measured.result("steady", 4_000, 198, 40_000, 90)))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void theTailIsNotJudgedOnASlowDisk() {
        String tail = "latency p99 at a fifth";

        assertThat(of(tail, Measured.report(Measured.latency(60, 9))).verdict()).isEqualTo(Verdict.MET);
        assertThat(of(tail, Measured.report(Measured.latency(61, 9))).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(of(tail, Measured.report(Measured.latency(61, 10))))
                .isEqualTo(new Target(
                        tail,
                        "at most 60 ms where the disk's p99 is below 10 ms",
                        "61.0 ms, disk p99 10.0 ms",
                        Verdict.NOT_JUDGED));
    }

    @Test
    void theMiddleOfSeveralRunsIsJudged() {
        var report = Measured.report(
                Measured.result("steady", 3_000, 300, 40_000, 50),
                Measured.result("steady", 9_000, 90, 40_000, 50),
                Measured.result("steady", 5_000, 200, 40_000, 50));

        assertThat(of("steady", report).measured()).isEqualTo("0.25 by CPU, 0.13 by rate");
        assertThat(Spread.of(report).get("steady"))
                .contains(List.of("CPU us with receiver and publisher", "90.0", "200", "300"));
    }

    @Test
    void whatWasNotRunIsNotJudged() {
        assertThat(Targets.of(Measured.report()))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target.verdict()).isEqualTo(Verdict.NOT_MEASURED));
    }

    private static Target of(String what, RunReport report) {
        return Targets.of(report).stream()
                .filter(target -> target.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
