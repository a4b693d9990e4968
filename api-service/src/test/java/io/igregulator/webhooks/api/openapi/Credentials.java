package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;

/**
 * What a caller may send as its key or token, beside the one that is accepted.
 *
 * @param refused each for another reason
 * @param readOnly accepted for reading
 */
record Credentials(List<String> refused, String readOnly) {
    private static final String ACCOUNTS = "/operator/v1/accounts/";

    Credentials {
        refused = List.copyOf(refused);
    }

    static Credentials of(RunningApi api, Customer customer) {
        Client operator = api.operator();
        Customer revoked = api.customer("pro");
        operator.delete(ACCOUNTS + revoked.accountId() + "/keys/" + revoked.keyId())
                .is(204);
        Customer suspended = api.customer("pro");
        operator.patch(ACCOUNTS + suspended.accountId(), "{\"suspended\":true}").is(200);
        String expired = issue(api, customer, "{\"expires_at\":\"2099-01-01T00:00:00Z\"}");
        api.database()
                .sql("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE expires_at IS NOT NULL")
                .update();
        return new Credentials(
                List.of("igk_" + "x".repeat(32), revoked.key(), suspended.key(), expired),
                issue(api, customer, "{\"scope\":\"read\"}"));
    }

    private static String issue(RunningApi api, Customer customer, String terms) {
        return api.operator()
                .post(ACCOUNTS + customer.accountId() + "/keys", terms)
                .is(201)
                .json()
                .path("api_key")
                .asString();
    }
}
