package io.igregulator.webhooks.benchmark.receive;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Every arrival in arrays that are made beforehand, and now and then a whole request. */
final class ArrivalLog {
    private static final int SAMPLE_EVERY = 997;
    private static final int MOST_SAMPLES = 1_000;

    private final long[] at;
    private final long[] delivery;
    private final int[] event;
    private final int[] endpoint;
    private final short[] status;
    private final byte[][] samples = new byte[MOST_SAMPLES][];
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger nextSample = new AtomicInteger();

    ArrivalLog(int capacity) {
        this.at = new long[capacity];
        this.delivery = new long[capacity];
        this.event = new int[capacity];
        this.endpoint = new int[capacity];
        this.status = new short[capacity];
    }

    void add(HttpRequest request, Answer answer, byte[] buffer, int length) {
        int index = next.getAndIncrement();
        if (index >= at.length) {
            return;
        }
        at[index] = Clock.nanos();
        delivery[index] = request.delivery();
        event[index] = request.event();
        endpoint[index] = request.endpoint();
        status[index] = (short) answer.status();
        if (index % SAMPLE_EVERY == 0) {
            sample(buffer, length);
        }
        if (answer.status() == 200) {
            accepted.incrementAndGet();
        }
    }

    private void sample(byte[] buffer, int length) {
        int index = nextSample.getAndIncrement();
        if (index < MOST_SAMPLES) {
            var copy = new byte[length];
            System.arraycopy(buffer, 0, copy, 0, length);
            samples[index] = copy;
        }
    }

    int accepted() {
        return accepted.get();
    }

    int all() {
        return next.get();
    }

    void clear() {
        next.set(0);
        accepted.set(0);
        nextSample.set(0);
    }

    /** As {@link Arrivals} reads it. */
    void write(Path file) throws IOException {
        int count = Math.min(next.get(), at.length);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.writeInt(count);
            out.writeInt(next.get() - count);
            for (int i = 0; i < count; i++) {
                out.writeLong(at[i]);
                out.writeLong(delivery[i]);
                out.writeInt(event[i]);
                out.writeInt(endpoint[i]);
                out.writeShort(status[i]);
            }
            writeSamples(out);
        }
    }

    private void writeSamples(DataOutputStream out) throws IOException {
        int count = Math.min(nextSample.get(), MOST_SAMPLES);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeInt(samples[i].length);
            out.write(samples[i]);
        }
    }
}
