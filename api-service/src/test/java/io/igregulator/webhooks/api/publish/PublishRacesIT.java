package io.igregulator.webhooks.api.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.EventId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PublishRacesIT {
    private static final int PUBLISHERS = 8;

    private final RunningApi api = RunningApi.strict();
    private final Publisher publisher = new Publisher(api);

    @RepeatedTest(5)
    void ofManyPublishersOfOneEventExactlyOnePublishesIt() {
        EventId id = Bodies.id();
        String body = Bodies.issued(id);

        List<Answer> answers = InParallel.call(PUBLISHERS, i -> publisher.one(body));

        assertThat(answers).allSatisfy(answer -> answer.is(200));
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.json().path("accepted").intValue())
                        .sum())
                .isEqualTo(1);
        assertThat(publisher.outbox(id)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofManyBodiesUnderOneIdExactlyOneIsPublished() {
        EventId id = Bodies.id();

        List<Answer> answers = InParallel.call(PUBLISHERS, i -> publisher.one(Bodies.issued(id) + " ".repeat(i)));

        assertThat(answers.stream().map(Answer::status).toList())
                .containsOnlyOnce(200)
                .contains(409)
                .allMatch(status -> status == 200 || status == 409);
        assertThat(publisher.outbox(id)).hasSize(1);
    }

    @RepeatedTest(5)
    void batchesThatOverlapInAnyOrderDoNotDeadlock() {
        List<String> lines =
                Stream.generate(() -> Bodies.issued(Bodies.id())).limit(100).toList();

        List<Answer> answers = InParallel.call(PUBLISHERS, i -> {
            List<String> own = new ArrayList<>(lines);
            Collections.rotate(own, i * 13);
            return publisher.batch(own);
        });

        assertThat(answers).allSatisfy(answer -> answer.is(200));
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.json().path("accepted").intValue())
                        .sum())
                .isEqualTo(lines.size());
        assertThat(publisher.outbox().stream().map(Publisher.OutboxEntry::body).filter(lines::contains))
                .hasSize(lines.size());
    }

    @Test
    void whatWasRolledBackWasNeverPublished() throws SQLException {
        EventId id = Bodies.id();
        try (Connection connection = api.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE outbox ADD CONSTRAINT refused CHECK (topic <> 'license.events') NOT VALID");
            publisher.one(Bodies.issued(id)).isError(500, "server_error", "internal_error");
            statement.execute("ALTER TABLE outbox DROP CONSTRAINT refused");
        }

        assertThat(publisher.remembers(id)).isFalse();
        assertThat(publisher
                        .one(Bodies.issued(id))
                        .is(200)
                        .json()
                        .path("accepted")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aRestartForgetsNothing() throws SQLException {
        EventId id = Bodies.id();
        publisher.one(Bodies.issued(id)).is(200);

        try (Connection connection = api.connection();
                RunningApi restarted = RunningApi.with(
                        Map.of("spring.datasource.url", connection.getMetaData().getURL()))) {
            Publisher again = new Publisher(restarted);
            assertThat(again.one(Bodies.issued(id))
                            .is(200)
                            .json()
                            .path("duplicates")
                            .intValue())
                    .isEqualTo(1);
            again.one(Bodies.issued(id) + " ").isError(409, "invalid_query", "idempotency_conflict");
            assertThat(again.outbox(id)).hasSize(1);
        }
    }
}
