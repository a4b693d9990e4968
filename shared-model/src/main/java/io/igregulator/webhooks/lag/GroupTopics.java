package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.util.List;

/** A consumer group and what it reads, known without asking Kafka, so that a group that never started has its lag too. */
record GroupTopics(String group, List<String> topics) {
    // Fan-out first: the worker relies on the ends that dispatch has to reach being read later.
    static final List<GroupTopics> ALL = List.of(
            new GroupTopics(ConsumerGroups.FANOUT, Topics.DOMAIN),
            new GroupTopics(ConsumerGroups.DISPATCH, List.of(Topics.DELIVERIES)));

    GroupTopics {
        topics = List.copyOf(topics);
    }
}
