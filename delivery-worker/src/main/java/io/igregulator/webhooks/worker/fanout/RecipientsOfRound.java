package io.igregulator.webhooks.worker.fanout;

import java.util.List;

/** Who gets some events; one for each batch of records, which were all published before it was made. */
@FunctionalInterface
interface RecipientsOfRound {
    /** @return one answer per event, in their order */
    List<Recipients> of(List<PublishedEvent> events);
}
