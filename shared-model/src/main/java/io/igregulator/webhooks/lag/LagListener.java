package io.igregulator.webhooks.lag;

import java.util.List;

/** Uses each measurement of lag for a figure of its own. Called by one thread. */
public interface LagListener {
    void measured(List<PartitionLag> lags);

    /** Kafka did not answer: what was measured before is not shown any longer. */
    void unknown();
}
