package io.igregulator.webhooks.embedded;

import org.apache.kafka.clients.admin.NewTopic;

/**
 * The one PostgreSQL and the one Kafka that all integration tests of a JVM share.
 *
 * <p>Containers where a Docker engine has the images, the embedded servers elsewhere; the property or environment
 * variable {@code WEBHOOKS_INFRASTRUCTURE} ({@code embedded}, {@code docker}, {@code auto}) decides otherwise.
 */
public sealed interface Infrastructure permits EmbeddedInfrastructure, DockerInfrastructure {

    /** Starts both at the first call; they end with the JVM. */
    static Infrastructure shared() {
        return SharedInfrastructure.get();
    }

    /** Creates an empty database for one user. */
    Database freshDatabase();

    String bootstrapServers();

    /** Creates the missing ones and waits for their leaders. */
    default void createTopics(NewTopic... topics) {
        KafkaTopics.create(bootstrapServers(), topics);
    }

    /** How to connect to a database. */
    record Database(String jdbcUrl, String user, String password) {

        /** By another role of {@link Roles}. */
        public Database as(String role) {
            return new Database(jdbcUrl, role, PostgresServer.PASSWORD);
        }
    }
}
