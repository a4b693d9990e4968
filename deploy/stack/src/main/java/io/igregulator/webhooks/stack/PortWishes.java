package io.igregulator.webhooks.stack;

import java.util.ArrayList;
import java.util.List;

/** Ports asked for; 0 leaves the choice to the machine. The second worker listens one above the first, and so on. */
public record PortWishes(int api, int operator, int worker, int postgres, int kafka, int receiver) {
    public static final PortWishes ANY = new PortWishes(0, 0, 0, 0, 0, 0);

    /** In the order of {@link Ports}. */
    List<Integer> inOrder(int workers) {
        var wishes = new ArrayList<>(List.of(api, operator, postgres, kafka, 0, receiver));
        for (int i = 0; i < workers; i++) {
            wishes.add(worker == 0 ? 0 : worker + i);
        }
        return List.copyOf(wishes);
    }
}
