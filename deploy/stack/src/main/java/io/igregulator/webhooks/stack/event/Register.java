package io.igregulator.webhooks.stack.event;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every invented operator and its licences: the same in each run, so that watchlists stay meaningful. */
public final class Register {
    public static final List<LicensedOperator> OPERATORS = Stream.of(
                    "Northlight Gaming",
                    "Copper Fox Casino",
                    "Harbour Bet",
                    "Silver Finch",
                    "Maple Tables",
                    "Quayside Slots",
                    "Red Lantern Play",
                    "Juniper Sports",
                    "Tidewater Bingo",
                    "Blue Heron Bet",
                    "Old Mill Poker",
                    "Saffron Spins",
                    "Granite Odds",
                    "Larkspur Lotto",
                    "Polar Jackpot",
                    "Westgate Wager",
                    "Amber Dice",
                    "Cloudberry Casino",
                    "Kestrel Sportsbook",
                    "Velvet Roulette",
                    "Seven Oaks Gaming",
                    "Midsummer Games",
                    "Paper Crane Play",
                    "Ironbridge Bets",
                    "Sunday League Odds",
                    "Moonrise Live",
                    "Thistle and Ace",
                    "Canal Street Casino",
                    "Bright Meadow Bingo",
                    "Falcon Fixture",
                    "Oyster Bay Poker",
                    "Winter Palace Slots",
                    "Green Ribbon Racing",
                    "Stonecrop Studios",
                    "Aurora Keno",
                    "Lighthouse Lottery")
            .map(LicensedOperator::new)
            .toList();

    public static final List<Licence> LICENCES = licences();

    private Register() {}

    // Every operator has one, every third a second with the next regulator.
    private static List<Licence> licences() {
        var licences = new ArrayList<Licence>();
        var regulators = List.of(Regulator.values());
        for (int i = 0; i < OPERATORS.size(); i++) {
            licences.add(new Licence(OPERATORS.get(i), regulators.get(i % regulators.size()), 100 + i));
            if (i % 3 == 0) {
                licences.add(new Licence(OPERATORS.get(i), regulators.get((i + 1) % regulators.size()), 500 + i));
            }
        }
        return List.copyOf(licences);
    }
}
