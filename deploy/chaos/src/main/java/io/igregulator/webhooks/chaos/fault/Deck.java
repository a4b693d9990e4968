package io.igregulator.webhooks.chaos.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/** Deals cards in random order, all of them before any comes again. */
final class Deck<T> {
    private final List<T> cards;
    private final RandomGenerator random;
    private final Deque<T> left = new ArrayDeque<>();

    Deck(List<T> cards, RandomGenerator random) {
        this.cards = List.copyOf(cards);
        this.random = random;
    }

    T next() {
        if (left.isEmpty()) {
            var shuffled = new ArrayList<>(cards);
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        return left.remove();
    }
}
