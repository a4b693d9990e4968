package io.igregulator.webhooks.stack.event;

import static io.igregulator.webhooks.stack.event.EnvelopeBytes.time;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** The {@code data} of {@code regulatory_action.added}. */
final class ActionData {
    private static final List<String> GROUNDS = List.of(
            "Customer interaction came too late for players at risk",
            "Anti-money-laundering checks were missing for large deposits",
            "Bonus terms were not shown before opting in",
            "Self-excluded players could open new accounts",
            "Advertising reached an audience below the legal age",
            "Technical reports were filed after the deadline");

    private final RandomGenerator random;

    ActionData(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode added(Licence licence, ActionType action, Instant now) {
        String actionId = new UUID(random.nextLong(), random.nextLong()).toString();
        var data = LicenceData.of(licence)
                .put("action_id", actionId)
                .put("action_type", action.wireName())
                .put("regulator", licence.regulator().title())
                .put("summary", GROUNDS.get(random.nextInt(GROUNDS.size())));
        if (action == ActionType.FINE) {
            data.put("amount", random.nextInt(10, 1_900) * 1_000)
                    .put("currency", licence.regulator().currency());
        } else {
            data.putNull("amount").putNull("currency");
        }
        return data.put("published_at", time(now))
                .put("source_url", licence.regulator().register() + "actions/" + actionId);
    }
}
