package io.igregulator.webhooks.api.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may publish; all of it is in memory until it is committed.
 *
 * @param maxEvents in one batch
 * @param maxBytes of one batch
 */
@ConfigurationProperties("webhooks.publish")
public record PublishProperties(
        @DefaultValue("1000") int maxEvents,
        @DefaultValue("8MB") DataSize maxBytes) {
    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    public PublishProperties {
        if (maxEvents < 1 || maxBytes.toBytes() < 1 || maxBytes.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "webhooks.publish.max-events must be positive, webhooks.publish.max-bytes too and at most 1GB");
        }
    }
}
