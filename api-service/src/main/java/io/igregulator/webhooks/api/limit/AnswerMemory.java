package io.igregulator.webhooks.api.limit;

import io.igregulator.webhooks.api.error.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The memory for answers that are read from PostgreSQL and written in parts: a slow reader holds one part for a long time. */
@Component
public final class AnswerMemory {
    /** Bodies are read together up to this size. */
    public static final int BATCH = 256 * 1024;

    /** What one answer may hold at a time: a batch, and the largest event that may come on top of it. */
    public static final int PART = BATCH + 512 * 1024;

    private final LimitProperties limits;
    private final Semaphore bytes;

    AnswerMemory(LimitProperties limits) {
        this.limits = limits;
        this.bytes = new Semaphore((int) Math.min(limits.answerMemory().toBytes(), Integer.MAX_VALUE));
    }

    /**
     * Before anything is read.
     *
     * @throws Unavailable if there is not enough in time
     */
    public Part take() {
        try {
            if (bytes.tryAcquire(PART, limits.maxWait().toNanos(), TimeUnit.NANOSECONDS)) {
                return new Part();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Unavailable.memory();
    }

    /** What one answer holds. */
    public final class Part implements Place {
        private int held = PART;

        private Part() {}

        /** Keeps no more than is needed, once that is known. */
        public void shrink(int needed) {
            int surplus = Math.max(0, held - needed);
            held -= surplus;
            bytes.release(surplus);
        }

        @Override
        public void close() {
            shrink(0);
        }
    }
}
