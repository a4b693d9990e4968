package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.database.BenchmarkEndpoint;
import io.igregulator.webhooks.benchmark.database.Database;
import io.igregulator.webhooks.benchmark.process.Processes;
import io.igregulator.webhooks.benchmark.process.WorkerMetrics;
import io.igregulator.webhooks.benchmark.receive.Receiver;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Stack;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Everything of one scenario that runs.
 *
 * @param startSeconds of the worker
 */
record Platform(
        Path folder,
        Stack stack,
        Receiver receiver,
        Database database,
        List<BenchmarkEndpoint> endpoints,
        Processes processes,
        WorkerMetrics metrics,
        double startSeconds) {
    static final String RECEIVER = "receiver";

    /** This very process, which publishes events and watches. */
    static final String PUBLISHER = "publisher";

    static Processes processes(Stack stack, Receiver receiver) {
        var pids = new LinkedHashMap<String, Long>();
        pids.put("worker", worker(stack).pid());
        pids.put("api", stack.api().pid());
        pids.put("postgres", stack.postgres().pid());
        pids.put("kafka", stack.kafka().pid());
        pids.put(RECEIVER, receiver.pid());
        pids.put(PUBLISHER, ProcessHandle.current().pid());
        return new Processes(pids);
    }

    static Part worker(Stack stack) {
        return stack.workers().getFirst();
    }

    Part worker() {
        return worker(stack);
    }
}
