package io.igregulator.webhooks.topic;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The partition of {@link Topics#DELIVERIES} that an endpoint's deliveries live in, and the shard of its waiting rows, so
 * that the worker which owns the partition also owns the endpoint's limit and its retries.
 */
public final class EndpointShard {
    private EndpointShard() {}

    /** The partition that Kafka's own default partitioner gives the endpoint id as a UTF-8 key. */
    public static int of(EndpointId endpoint, int partitions) {
        return of(key(endpoint), partitions);
    }

    /** @param key an endpoint's {@link #key} */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    public static byte[] key(EndpointId endpoint) {
        return endpoint.toString().getBytes(StandardCharsets.UTF_8);
    }
}
