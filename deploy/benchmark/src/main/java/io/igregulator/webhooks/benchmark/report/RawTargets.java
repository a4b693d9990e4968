package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.run.Costs;
import io.igregulator.webhooks.benchmark.run.ScenarioResult;

/**
 * The targets that raw is the measure of. They are judged by processor time, which a busy or slow machine moves less than
 * it moves rates; the rates' ratio stands beside it.
 */
final class RawTargets {
    /** What a delivery may cost, receiver and publisher included, on a machine with this raw rate. */
    private static final double MICROS = 100;

    private static final double AT_POSTS_PER_SECOND = 40_000;

    private static final double MOST_RAW_TIMES = 2;

    private final RunReport report;

    RawTargets(RunReport report) {
        this.report = report;
    }

    Target ratio(String what, String scenario, double least) {
        String wanted = "at least " + least + " of raw by CPU";
        var result = report.find(scenario).orElse(null);
        var cpu = result == null ? null : result.cpuRatio();
        var rate = result == null ? null : result.rateRatio();
        return cpu == null || rate == null
                ? Target.unknown(what, wanted)
                : Target.measured(
                        what,
                        wanted,
                        Figures.hundredths(cpu) + " by CPU, " + Figures.hundredths(rate) + " by rate",
                        cpu >= least);
    }

    /** The limit grows as the machine gets slower. */
    Target cost(String what, String scenario) {
        String wanted =
                "at most %s us at raw %s/s".formatted(Figures.whole(MICROS), Figures.whole(AT_POSTS_PER_SECOND));
        var result = report.find(scenario).orElse(null);
        Costs costs = result == null ? null : result.costs();
        Yardstick yardstick = result == null ? null : result.yardstick();
        if (costs == null || yardstick == null) {
            return Target.unknown(what, wanted);
        }
        double most = MICROS * AT_POSTS_PER_SECOND / yardstick.rawPostsPerSecond();
        return Target.measured(
                what,
                wanted + ", so " + Figures.whole(most) + " at " + Figures.whole(yardstick.rawPostsPerSecond()),
                Figures.whole(costs.totalCpuMicros()) + " us",
                costs.totalCpuMicros() <= most);
    }

    Target fanOut() {
        String what = "fan-out to 10 000";
        String wanted = "within 2 x the raw time of 10 000 POSTs";
        var result = report.find("fan-out").orElse(null);
        var seconds = result == null ? null : result.more().get("burst_seconds_p50");
        if (result == null || seconds == null || result.yardstick() == null) {
            return Target.unknown(what, wanted);
        }
        double times = seconds / rawSeconds(result, result.yardstick());
        return Target.measured(
                what,
                wanted,
                Figures.hundredths(seconds) + " s, " + Figures.hundredths(times) + " x",
                times <= MOST_RAW_TIMES);
    }

    private static double rawSeconds(ScenarioResult result, Yardstick yardstick) {
        var scenario = result.scenario();
        return scenario.burstEvents() * scenario.meanAudience() / yardstick.rawPostsPerSecond();
    }
}
