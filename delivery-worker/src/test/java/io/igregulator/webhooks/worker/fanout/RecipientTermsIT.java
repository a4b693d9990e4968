package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.RecipientTerms;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.recipient.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The rule for one endpoint, by which the API explains why an event was not sent, is the one by which fan-out decides. */
class RecipientTermsIT {
    private static final JdbcClient jdbc = database();
    private static final List<Boolean> EITHER = List.of(true, false);
    private static final String OPERATOR = "acme";

    private final UUID owner = UUID.randomUUID();

    private record Endpoint(EndpointId id, RecipientTerms terms) {}

    @BeforeEach
    void makeAccount() {
        jdbc.sql("TRUNCATE account CASCADE").update();
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'pro')")
                .param(owner)
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void eachEndpointIsARecipientByBothOrByNeither(EventType type) {
        List<Endpoint> endpoints = endpointsOfEveryKind(type);
        for (boolean watched : EITHER) {
            watch(watched);
            EndpointId itself = endpoints.getFirst().id();
            Audience audience = new Audience(
                    type,
                    type.audience() == EventType.Audience.OPERATOR ? OPERATOR : null,
                    type.audience() == EventType.Audience.SIBLINGS ? itself : null);

            Recipients found = new ReadRecipients(jdbc, Optional.empty())
                    .of(List.of(audience))
                    .getFirst();

            assertThat(IntStream.range(0, found.count()).mapToObj(found::endpoint))
                    .containsExactlyInAnyOrderElementsOf(endpoints.stream()
                            .filter(endpoint -> endpoint.terms()
                                    .refusal(type, watched, endpoint.id().equals(itself))
                                    .isEmpty())
                            .map(Endpoint::id)
                            .toList());
        }
    }

    /** The first of them would get everything. */
    private List<Endpoint> endpointsOfEveryKind(EventType type) {
        EventType other = type == EventType.LICENSE_ISSUED ? EventType.COVERAGE_DEGRADED : EventType.LICENSE_ISSUED;
        List<Endpoint> endpoints = new ArrayList<>();
        List<String> subscriptions =
                List.of(type.wireName(), EventPattern.family(type), "*", other.wireName(), EventPattern.family(other));
        for (String subscribed : subscriptions) {
            for (boolean active : EITHER) {
                for (boolean watchlistOnly : EITHER) {
                    endpoints.add(insert(new RecipientTerms(Set.of(subscribed), active, watchlistOnly)));
                }
            }
        }
        return endpoints;
    }

    private Endpoint insert(RecipientTerms terms) {
        EndpointId id = new EndpointId(UUID.randomUUID());
        jdbc.sql("""
                        INSERT INTO endpoint (id, account_id, url, events, active, watchlist_only)
                        VALUES (?, ?, 'https://example.com', ARRAY[?], ?, ?)
                        """)
                .param(id.value())
                .param(owner)
                .param(terms.events().iterator().next())
                .param(terms.active())
                .param(terms.watchlistOnly())
                .update();
        return new Endpoint(id, terms);
    }

    private void watch(boolean watched) {
        jdbc.sql("DELETE FROM watchlist_entry").update();
        if (watched) {
            jdbc.sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, ?)")
                    .param(owner)
                    .param(OPERATOR)
                    .update();
        }
    }

    private static JdbcClient database() {
        var database = Infrastructure.shared().freshDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        return JdbcClient.create(source);
    }
}
