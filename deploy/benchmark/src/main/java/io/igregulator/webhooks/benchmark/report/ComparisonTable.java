package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.report.ComparisonReport.Round;
import io.igregulator.webhooks.stack.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Both sides' medians beside each other. The ratios are taken within each round, where the machine had the same speed for
 * both, and only then their median.
 */
public final class ComparisonTable {
    private static final List<String> HEADS = List.of("figure", "base", "this", "this / base", "in each round");

    private final Console console;

    public ComparisonTable(Console console) {
        this.console = console;
    }

    public void show(ComparisonReport report) {
        console.say("");
        side(report.base());
        side(report.present());
        if (!report.rounds().isEmpty()) {
            console.say("");
            TextTable.print(rows(report.rounds()), console);
        }
        report.failures().forEach(failure -> console.say("  FAILED: " + failure));
    }

    private void side(ComparisonReport.Side side) {
        String settings = side.worker().isEmpty() ? "" : ", " + side.worker();
        console.say(
                "  %-5s %s%s, %s".formatted(side.name() + ":", side.commit(), settings, String.join(" ", side.jvm())));
    }

    static List<List<String>> rows(List<Round> rounds) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADS);
        for (Headline headline : Headline.ALL) {
            row(headline, rounds).ifPresent(rows::add);
        }
        return List.copyOf(rows);
    }

    private static Optional<List<String>> row(Headline headline, List<Round> rounds) {
        var base = headline.of(rounds.stream().map(Round::base).toList());
        var present = headline.of(rounds.stream().map(Round::present).toList());
        if (base.isEmpty() || present.isEmpty()) {
            return Optional.empty();
        }
        var ratios = rounds.stream()
                .flatMap(round -> ratio(headline, round).stream())
                .toList();
        return Optional.of(List.of(
                headline.name(),
                Figures.any(Median.of(base)),
                Figures.any(Median.of(present)),
                ratios.isEmpty() ? "" : Figures.hundredths(Median.of(ratios)),
                ratios.stream().map(Figures::hundredths).collect(Collectors.joining(" "))));
    }

    private static Optional<Double> ratio(Headline headline, Round round) {
        var base = headline.figure().of(round.base());
        var present = headline.figure().of(round.present());
        return base.filter(value -> value > 0).flatMap(value -> present.map(other -> other / value));
    }
}
