package io.igregulator.webhooks.chaos.strain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many who do the same again and again until it is over. */
final class Crowd implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private volatile boolean over;
    private final List<Thread> threads;

    /** @param turn gets the number of the one whose turn it is; what it throws is none of the crowd's concern */
    Crowd(int size, IntConsumer turn) {
        this.threads = IntStream.range(0, size)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    while (!over) {
                        try {
                            turn.accept(number);
                        } catch (RuntimeException e) {
                            // Refused, cut off, or over.
                            LockSupport.parkNanos(PAUSE.toNanos());
                        }
                    }
                }))
                .toList();
    }

    @Override
    public void close() {
        over = true;
        threads.forEach(Thread::interrupt);
    }
}
