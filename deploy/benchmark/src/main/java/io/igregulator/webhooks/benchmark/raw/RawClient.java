package io.igregulator.webhooks.benchmark.raw;

import com.sun.management.ThreadMXBean;
import io.igregulator.webhooks.stack.Await;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** As many virtual threads as requests may be in flight, each posting one prepared request after the other. */
final class RawClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final RawPlan plan;
    private final List<RawSender.Post> posts;
    private final ProcessorTime own = new ProcessorTime(ProcessHandle.current());
    private final ProcessorTime receiver;
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean running = true;

    RawClient(RawPlan plan, RawSender sender) {
        this.plan = plan;
        this.receiver = new ProcessorTime(ProcessHandle.of(plan.receiver()).orElseThrow());
        this.posts = new PreparedRequests(plan.bodyBytes())
                .to(plan.urls()).stream().map(sender::prepare).toList();
    }

    RawResult run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < plan.concurrency(); i++) {
                int first = i;
                threads.execute(() -> post(first));
            }
            awaitFirst();
            int warmUpSeconds = warmUp();
            var measured = during(Duration.ofSeconds(plan.seconds()));
            running = false;
            return measured.result(plan.concurrency(), warmUpSeconds);
        }
    }

    private void post(int first) {
        for (int i = first; running; i += plan.concurrency()) {
            boolean accepted = posts.get(i % posts.size()).accepted();
            done.increment();
            if (!accepted) {
                failed.increment();
            }
        }
    }

    /** Warming up begins with the first answer. */
    private void awaitFirst() {
        Await.until(() -> done.sum() > 0, PATIENCE, PAUSE);
    }

    private int warmUp() {
        var warmUp = new WarmUp();
        int seconds = 0;
        while (seconds < plan.mostWarmUpSeconds() && !warmUp.done()) {
            warmUp.add(during(SECOND).cost());
            seconds++;
        }
        return seconds;
    }

    private Sample during(Duration span) {
        var before = now();
        pause(span);
        return now().since(before);
    }

    private Sample now() {
        long allocated = ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
        return new Sample(System.nanoTime(), done.sum(), failed.sum(), own.nanos(), receiver.nanos(), allocated);
    }

    private static void pause(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** User and system time of one process so far. */
    record ProcessorTime(ProcessHandle process) {
        long nanos() {
            return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
        }
    }
}
