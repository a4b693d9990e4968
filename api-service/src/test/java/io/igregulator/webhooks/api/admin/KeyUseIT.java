package io.igregulator.webhooks.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.InParallel;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The operator's list of keys, and when each was last used. */
class KeyUseIT {
    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("business");
    private final String keys = "/operator/v1/accounts/" + customer.accountId() + "/keys";

    @Test
    void keysAreListedWithoutEverBeingShown() {
        String second =
                api.operator().post(keys, "").is(201).json().path("api_key").asString();
        api.operator().delete(keys + "/" + customer.keyId()).is(204);

        String body = api.operator().get(keys).is(200).body();

        assertThat(body).doesNotContain(customer.key(), second, "sha256");
        assertThat(list()).hasSize(2);
        assertThat(list().path(0).propertyNames())
                .containsExactly("id", "name", "scope", "created_at", "expires_at", "last_used_at", "revoked_at");
        assertThat(list().path(0).path("id").asString()).isEqualTo(customer.keyId());
        assertThat(list().path(0).path("revoked_at").asString()).matches(".*\\.\\d{3}Z");
        assertThat(list().path(1).path("revoked_at").isNull()).isTrue();
    }

    @Test
    void aKeyThatWasNeverUsedHasNoLastUseAndThenItHas() {
        assertThat(list().path(0).path("last_used_at").isNull()).isTrue();

        customer.client().get("/v1/webhooks").is(200);

        Instant used = Instant.parse(list().path(0).path("last_used_at").asString());
        assertThat(Duration.between(used, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void oneMinuteSeesOneWriteHoweverManyRequests() {
        InParallel.call(20, i -> customer.client().get("/v1/webhooks").is(200));
        String first = rowVersion();
        InParallel.call(20, i -> customer.client().get("/v1/webhooks").is(200));
        assertThat(rowVersion()).isEqualTo(first);

        api.database()
                .sql("UPDATE api_key SET last_used_at = now() - interval '61 seconds' WHERE id = ?::uuid")
                .param(customer.keyId())
                .update();
        customer.client().get("/v1/webhooks").is(200);

        Instant used = Instant.parse(list().path(0).path("last_used_at").asString());
        assertThat(Duration.between(used, Instant.now())).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void aRevokedKeyThatIsTriedIsNotUsed() {
        api.operator().delete(keys + "/" + customer.keyId()).is(204);

        customer.client().get("/v1/webhooks").is(401);

        assertThat(list().path(0).path("last_used_at").isNull()).isTrue();
    }

    @Test
    void keysOfAnUnknownAccountAreNotFound() {
        api.operator()
                .get("/operator/v1/accounts/" + UUID.randomUUID() + "/keys")
                .isError(404, "not_found", "account_not_found");
    }

    private JsonNode list() {
        return api.operator().get(keys).is(200).json().path("keys");
    }

    /** Which transaction wrote the key's row last. */
    private String rowVersion() {
        return api.database()
                .sql("SELECT xmin::text FROM api_key WHERE id = ?::uuid")
                .param(customer.keyId())
                .query(String.class)
                .single();
    }
}
