package io.igregulator.webhooks.worker.metrics;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.util.List;

/** A consumer group and what it reads, known without asking Kafka, so that a group that never started has its lag too. */
record GroupTopics(String group, List<String> topics) {
    static final List<GroupTopics> ALL = List.of(
            new GroupTopics(ConsumerGroups.FANOUT, Topics.DOMAIN),
            new GroupTopics(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES)));

    GroupTopics {
        topics = List.copyOf(topics);
    }
}
