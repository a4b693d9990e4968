package io.igregulator.webhooks.stack;

import io.igregulator.webhooks.topic.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a single-broker stack. */
final class TopicLayout {
    /** Also the number of shards that waiting deliveries are spread over. */
    static final int DELIVERY_PARTITIONS = 48;

    private static final int DOMAIN_PARTITIONS = 6;
    private static final short ONE_REPLICA = 1;

    private TopicLayout() {}

    static List<NewTopic> topics() {
        return Topics.ALL.stream()
                .map(name -> new NewTopic(name, partitions(name), ONE_REPLICA))
                .toList();
    }

    private static int partitions(String topic) {
        if (topic.equals(Topics.DELIVERIES)) {
            return DELIVERY_PARTITIONS;
        }
        return topic.equals(Topics.DEAD_LETTERS) ? 1 : DOMAIN_PARTITIONS;
    }
}
