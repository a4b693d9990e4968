package io.igregulator.webhooks.stack;

import java.util.List;

/** Where the parts of one stack listen, all on loopback. */
public record Ports(
        int api, int operator, int postgres, int kafka, int kafkaController, int receiver, List<Integer> workers) {
    public static final String HOST = "127.0.0.1";

    public Ports {
        workers = List.copyOf(workers);
    }

    /** Where a second API listens. */
    Ports withApi(int anotherApi, int anotherOperator) {
        return new Ports(anotherApi, anotherOperator, postgres, kafka, kafkaController, receiver, workers);
    }

    static Ports of(List<Integer> inOrder) {
        return new Ports(
                inOrder.get(0),
                inOrder.get(1),
                inOrder.get(2),
                inOrder.get(3),
                inOrder.get(4),
                inOrder.get(5),
                inOrder.subList(6, inOrder.size()));
    }
}
