package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.local.event.LicensedOperator;
import java.util.List;

/** An account the demonstration wants to exist. */
record DemoAccount(String name, String plan, List<LicensedOperator> watched, List<DemoHook> hooks) {
    DemoAccount {
        watched = List.copyOf(watched);
        hooks = List.copyOf(hooks);
    }
}
