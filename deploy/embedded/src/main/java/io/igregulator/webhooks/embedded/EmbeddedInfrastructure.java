package io.igregulator.webhooks.embedded;

/** PostgreSQL and Kafka from Maven artifacts. */
record EmbeddedInfrastructure(PostgresServer postgres, KafkaBroker kafka) implements Infrastructure {

    static EmbeddedInfrastructure start() {
        return new EmbeddedInfrastructure(
                PostgresServer.start(PostgresServer.Options.temporary()),
                KafkaBroker.start(KafkaBroker.Options.temporary()));
    }

    @Override
    public Database freshDatabase() {
        String name = Databases.randomName();
        postgres.createDatabase(name);
        return new Database(postgres.jdbcUrl(name), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }
}
