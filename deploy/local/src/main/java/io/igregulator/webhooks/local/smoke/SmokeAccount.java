package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.event.LicensedOperator;
import java.util.Set;

/** An account of the smoke run, with the operators it watches. */
record SmokeAccount(String name, String plan, Set<LicensedOperator> watched) {
    SmokeAccount {
        watched = Set.copyOf(watched);
    }

    boolean watches(String slug) {
        return watched.stream().anyMatch(operator -> operator.slug().equals(slug));
    }
}
