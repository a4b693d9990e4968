package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class InfrastructureIT {

    private final Infrastructure infrastructure = Infrastructure.shared();

    @Test
    void givesEachCallerADatabaseOfItsOwn() throws Exception {
        var one = infrastructure.freshDatabase();
        var other = infrastructure.freshDatabase();

        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        try (var connection = DriverManager.getConnection(one.jdbcUrl(), one.user(), one.password())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void carriesARecord() {
        infrastructure.createTopics(new NewTopic("shared", 2, (short) 1));
        Records.produce(infrastructure.bootstrapServers(), "shared", "hello");

        assertThat(Records.consumeOne(infrastructure.bootstrapServers(), "shared"))
                .isEqualTo("hello");
    }

    @Test
    void isStartedOnce() {
        assertThat(Infrastructure.shared()).isSameAs(infrastructure);
    }
}
