package io.igregulator.webhooks.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** Does what {@code kafka-storage.sh format} does, unless it is done. */
final class KafkaStorage {

    // Always the same, so that formatting again, also after half a formatting, is not a conflict.
    private static final String CLUSTER_ID = "webhooks-embedded-0001";

    private KafkaStorage() {}

    static void formatUnlessDone(Path log) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setClusterId(CLUSTER_ID)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(log.toString())
                    .setDirectories(List.of(log.toString()))
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new StartFailedException("Kafka's storage " + log + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}
