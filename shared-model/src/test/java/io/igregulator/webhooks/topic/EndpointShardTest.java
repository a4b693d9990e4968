package io.igregulator.webhooks.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointShardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 64, 100})
    void isThePartitionThatKafkasOwnPartitionerPicks(int partitions) {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            EndpointId endpoint = new EndpointId(new UUID(random.nextLong(), random.nextLong()));

            assertThat(EndpointShard.of(endpoint, partitions))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(EndpointShard.key(endpoint), partitions))
                    .isBetween(0, partitions - 1);
        }
    }
}
