package io.igregulator.webhooks.embedded;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL and Kafka in containers; Testcontainers removes them when the JVM ends. */
record DockerInfrastructure(PostgreSQLContainer postgres, KafkaContainer kafka) implements Infrastructure {

    static DockerInfrastructure start(DockerImages images) {
        var postgres = new PostgreSQLContainer(
                        DockerImageName.parse(images.postgres()).asCompatibleSubstituteFor("postgres"))
                .withUsername(PostgresServer.USER)
                .withPassword(PostgresServer.PASSWORD);
        var kafka = new KafkaContainer(DockerImageName.parse(images.kafka()).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
        try {
            postgres.withCommand("postgres", "-c", "max_connections=300").start();
            kafka.start();
        } catch (RuntimeException e) {
            kafka.stop();
            postgres.stop();
            throw e;
        }
        return new DockerInfrastructure(postgres, kafka);
    }

    @Override
    public Database freshDatabase() {
        String name = Databases.randomName();
        Databases.createIfMissing(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword(), name);
        String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/" + name;
        return new Database(url, postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }
}
