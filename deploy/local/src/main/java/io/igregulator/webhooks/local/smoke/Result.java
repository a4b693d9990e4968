package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Expectations against arrivals, an endpoint a row. */
record Result(Map<String, Tally> byHook, Tally total, int expectedWithNew, List<DeliveryKey> missing) {

    static Result of(Map<DeliveryKey, Expected> expected, Map<DeliveryKey, List<ReceivedDelivery>> attempts) {
        var byHook = new TreeMap<String, Tally>();
        SmokeCast.ENDPOINTS.forEach(endpoint -> byHook.put(endpoint.hook(), Tally.ZERO));
        var keys = new HashSet<>(expected.keySet());
        keys.addAll(attempts.keySet());
        for (DeliveryKey key : keys) {
            var tally = Tally.of(expected.get(key), attempts.getOrDefault(key, List.of()));
            byHook.merge(key.hook(), tally, Tally::plus);
        }
        var missing = expected.keySet().stream()
                .filter(key -> attempts.getOrDefault(key, List.of()).stream().noneMatch(ReceivedDelivery::accepted))
                .toList();
        return new Result(
                byHook, byHook.values().stream().reduce(Tally.ZERO, Tally::plus), expectedWithNew(expected), missing);
    }

    private static int expectedWithNew(Map<DeliveryKey, Expected> expected) {
        return (int) expected.values().stream()
                .filter(one -> one.signers().contains(1))
                .count();
    }

    boolean addsUp() {
        return total.addsUp() && total.withNew() == expectedWithNew && total.expected() > 0 && expectedWithNew > 0;
    }
}
