package io.igregulator.webhooks.benchmark.receive;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the receiver saw, in the order it came.
 *
 * @param at nanoseconds since 1970
 * @param delivery the last 64 bits of the delivery's id
 * @param event the event's number in the run
 * @param status what was answered, 0 for nothing
 * @param unlogged how many came when the log was full
 * @param samples whole requests, head and body
 */
public record Arrivals(
        long[] at, long[] delivery, int[] event, int[] endpoint, short[] status, int unlogged, List<byte[]> samples) {
    public Arrivals {
        samples = List.copyOf(samples);
    }

    static Arrivals read(Path file) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            int count = in.readInt();
            int unlogged = in.readInt();
            var arrivals = new Arrivals(
                    new long[count],
                    new long[count],
                    new int[count],
                    new int[count],
                    new short[count],
                    unlogged,
                    List.of());
            for (int i = 0; i < count; i++) {
                arrivals.readOne(in, i);
            }
            return arrivals.with(samples(in));
        } catch (IOException e) {
            throw new CommandFailure("Cannot read what the receiver saw.", e);
        }
    }

    private void readOne(DataInputStream in, int index) throws IOException {
        at[index] = in.readLong();
        delivery[index] = in.readLong();
        event[index] = in.readInt();
        endpoint[index] = in.readInt();
        status[index] = in.readShort();
    }

    private Arrivals with(List<byte[]> found) {
        return new Arrivals(at, delivery, event, endpoint, status, unlogged, found);
    }

    private static List<byte[]> samples(DataInputStream in) throws IOException {
        int count = in.readInt();
        var samples = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            samples.add(in.readNBytes(in.readInt()));
        }
        return samples;
    }

    public int count() {
        return at.length;
    }

    public boolean accepted(int index) {
        return status[index] == 200;
    }
}
