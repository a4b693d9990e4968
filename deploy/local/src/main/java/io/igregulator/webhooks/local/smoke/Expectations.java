package io.igregulator.webhooks.local.smoke;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every delivery that the published events must lead to, and no other. */
final class Expectations {
    private static final List<Integer> FIRST_SECRET = List.of(0);
    private static final List<Integer> BOTH_NEWEST_FIRST = List.of(1, 0);

    private final Map<DeliveryKey, Expected> expected = new LinkedHashMap<>();

    void add(Collection<SmokeEvent> events, boolean afterRotation) {
        for (SmokeEvent event : events) {
            for (SmokeEndpoint endpoint : SmokeCast.ENDPOINTS) {
                if (WhoGetsIt.gets(endpoint, event)) {
                    boolean both = afterRotation && endpoint.equals(SmokeCast.ROTATED);
                    var key = new DeliveryKey(endpoint.hook(), event.id());
                    expected.put(
                            key, new Expected(key, event.event().value(), both ? BOTH_NEWEST_FIRST : FIRST_SECRET));
                }
            }
        }
    }

    Map<DeliveryKey, Expected> byKey() {
        return Map.copyOf(expected);
    }
}
