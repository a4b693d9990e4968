package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Further tokens of the operator's, each with a name and a role. */
class NamedTokensIT {
    private static final String ACCOUNTS = "/operator/v1/accounts";
    private static final String ACCOUNT = "{\"name\": \"Acme\", \"plan\": \"pro\"}";
    private static final String READER = "token-of-the-reader";
    private static final String WRITER = "token-of-the-writer";

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.with(Map.of(
                "webhooks.operator.tokens[0].name", "support",
                "webhooks.operator.tokens[0].role", "read",
                "webhooks.operator.tokens[0].token", READER,
                "webhooks.operator.tokens[1].name", "jane@example.com",
                "webhooks.operator.tokens[1].token", WRITER));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aTokenForReadingReadsAndChangesNothing() {
        Client reader = with(READER);

        reader.get(ACCOUNTS).is(200);
        reader.get("/operator/v1/audit").is(200);
        reader.post(ACCOUNTS, ACCOUNT).isError(403, "auth_invalid", "operator_token_read_only");
        reader.get("/actuator/env").isError(403, "auth_invalid", "operator_token_read_only");
        reader.get("/actuator/health").is(200);
    }

    @Test
    void theAuditLogNamesTheToken() {
        String byJane = created(with(WRITER));
        String byTheOther = created(api.operator());

        assertThat(actor(byJane).toString())
                .isEqualTo("{\"type\":\"operator\",\"key_id\":null,\"name\":\"jane@example.com\","
                        + "\"remote_address\":\"127.0.0.1\"}");
        assertThat(actor(byTheOther).has("name")).isFalse();
    }

    @Test
    void whatIsNoneOfTheTokensOpensNothing() {
        with(READER + "x").get(ACCOUNTS).isError(401, "auth_invalid", "api_key_invalid");
    }

    private static Client with(String token) {
        return api.operator().authorization("Bearer " + token);
    }

    private static String created(Client client) {
        return client.post(ACCOUNTS, ACCOUNT).is(201).json().path("id").asString();
    }

    private static JsonNode actor(String account) {
        return api.operator()
                .get("/operator/v1/audit?account_id=" + account)
                .is(200)
                .json()
                .path("entries")
                .path(0)
                .path("actor");
    }
}
