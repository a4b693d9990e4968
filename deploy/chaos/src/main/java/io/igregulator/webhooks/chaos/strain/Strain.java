package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a strain run found. */
public record Strain(Sample quiet, List<StrainCase> cases) implements Judgement {
    public Strain {
        cases = List.copyOf(cases);
    }

    @Override
    public boolean passed() {
        return cases.stream().allMatch(one -> one.passed(quiet));
    }

    @Override
    public void show(Console console) {
        console.say(String.format(
                Locale.ROOT,
                "  %-34s %10s %10s %7s %5s %9s",
                "beside",
                "call p95",
                "event p95",
                "failed",
                "lost",
                "survived"));
        line(console, "nothing", quiet, "", "");
        for (StrainCase one : cases) {
            String verdict = one.passed(quiet) ? "" : "FAILED ";
            for (StrainPlay play : one.plays()) {
                line(console, play.name(), play.beside(), play.survived() ? "yes" : "NO", verdict + play.got());
            }
        }
        console.say(passed() ? "Strain run passed." : "Strain run FAILED.");
    }

    private static void line(Console console, String name, Sample sample, String survived, String got) {
        console.say(String.format(
                Locale.ROOT,
                "  %-34s %7.1f ms %7.1f ms %7d %5d %9s  %s",
                name,
                millis(sample.call()),
                millis(sample.delivery()),
                sample.failedCalls(),
                sample.lost(),
                survived,
                got));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
