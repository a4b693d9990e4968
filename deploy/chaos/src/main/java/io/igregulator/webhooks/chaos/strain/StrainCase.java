package io.igregulator.webhooks.chaos.strain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One attack, played once, or three times where the first was too slow: a pause of the machine does not repeat, what the attack does to
 * others does.
 */
record StrainCase(List<StrainPlay> plays) {
    private static final int MORE_PLAYS = 2;

    StrainCase {
        plays = List.copyOf(plays);
    }

    static StrainCase of(Sample quiet, Supplier<StrainPlay> play) {
        List<StrainPlay> plays = new ArrayList<>();
        plays.add(play.get());
        if (plays.getFirst().kept() && !plays.getFirst().inTime(quiet)) {
            for (int more = 0; more < MORE_PLAYS; more++) {
                plays.add(play.get());
            }
        }
        return new StrainCase(plays);
    }

    boolean passed(Sample quiet) {
        return plays.stream().allMatch(StrainPlay::kept) && inTime(quiet);
    }

    /** After a slow first play, both others have to be in time. */
    private boolean inTime(Sample quiet) {
        return plays.stream().skip(plays.size() > 1 ? 1 : 0).allMatch(play -> play.inTime(quiet));
    }
}
