package io.igregulator.webhooks.benchmark.measure;

import io.igregulator.webhooks.benchmark.receive.Clock;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page and forces it to the disk at a fixed pace, as every commit of PostgreSQL does: what that takes is what the
 * disk alone adds to a delivery. A page that is late because the one before took long counts from when it was due, as
 * events do.
 */
public final class DiskProbe implements AutoCloseable {
    private static final long INTERVAL = 50_000_000L;
    private static final int PAGE = 8 * 1024;

    /** Written in turn, and beforehand, so that no write makes the file longer. */
    private static final int PAGES = 256;

    private static final double NANOS_A_MILLI = 1e6;

    private final FileChannel file;
    private final Thread thread;
    private final List<Sample> samples = new ArrayList<>();
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private DiskProbe(FileChannel file) {
        this.file = file;
        this.thread = Thread.ofPlatform().name("disk-probe").daemon().unstarted(this::probe);
    }

    /** @param folder on the disk in question */
    public static DiskProbe start(Path folder) {
        try {
            var file = FileChannel.open(
                    folder.resolve("disk-probe"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            write(file, 0, PAGES * PAGE);
            var probe = new DiskProbe(file);
            probe.thread.start();
            return probe;
        } catch (IOException e) {
            throw new CommandFailure("Nothing can be written to " + folder + ".", e);
        }
    }

    private void probe() {
        long due = Clock.nanos();
        for (int page = 0; !closing; page = (page + 1) % PAGES) {
            for (long left = due - Clock.nanos(); left > 0; left = due - Clock.nanos()) {
                LockSupport.parkNanos(left);
            }
            try {
                write(file, (long) page * PAGE, PAGE);
            } catch (IOException e) {
                failure = e;
                return;
            }
            add(new Sample(due, Clock.nanos() - due));
            due += INTERVAL;
        }
    }

    private static void write(FileChannel file, long position, int bytes) throws IOException {
        var content = ByteBuffer.allocate(bytes);
        while (content.hasRemaining()) {
            file.write(content, position + content.position());
        }
        file.force(false);
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
    }

    /** Milliseconds that pages took which were due in the window. */
    public synchronized Distribution within(Window window) {
        if (failure != null) {
            throw new CommandFailure("The disk refuses to be written.", failure);
        }
        return Distribution.of(samples.stream()
                .filter(sample -> window.contains(sample.due()))
                .mapToDouble(sample -> sample.took() / NANOS_A_MILLI)
                .toArray());
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            file.close();
        } catch (IOException e) {
            throw new CommandFailure("The disk refuses to be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Sample(long due, long took) {}
}
