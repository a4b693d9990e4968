package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.CommandFailure;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operator's API: accounts, keys, watchlists. */
public final class OperatorClient {
    private final JsonHttp http;

    public OperatorClient(URI base, String token) {
        this.http = new JsonHttp(base, token);
    }

    /** Makes an account with a first key. */
    public LocalAccount createAccount(String name, String plan) {
        var answer = http.call(
                "POST",
                "/operator/v1/accounts",
                JsonHttp.object().put("name", name).put("plan", plan));
        var id = AccountId.parse(answer.required("id").asString());
        return new LocalAccount(id, name, plan, issueKey(id));
    }

    private String issueKey(AccountId account) {
        return http.call("POST", path(account) + "/keys", JsonHttp.object())
                .required("api_key")
                .asString();
    }

    public void watch(AccountId account, String operatorSlug) {
        http.call("PUT", path(account) + "/watchlist/" + operatorSlug, null);
    }

    /** @return the reason for each endpoint that has no delivery; empty where the event is not known */
    public Map<EndpointId, String> whyNotSent(AccountId account, EventId event) {
        var reasons = new HashMap<EndpointId, String>();
        String path = "/operator/v1/events/" + event + "?limit=200&account_id=" + account;
        String cursor = "";
        do {
            var answer = http.exchange("GET", path + cursor, null);
            if (answer.status() == 404) {
                return Map.of();
            }
            if (answer.status() != 200) {
                throw new CommandFailure("GET " + path + " answered " + answer.status() + ".");
            }
            answer.body().required("endpoints").valueStream().forEach(endpoint -> add(endpoint, reasons));
            cursor = answer.body().required("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + answer.body().required("next_cursor").asString();
        } while (!cursor.isEmpty());
        return reasons;
    }

    private static void add(JsonNode endpoint, Map<EndpointId, String> reasons) {
        if (!endpoint.required("not_sent").isNull()) {
            reasons.put(
                    EndpointId.parse(endpoint.required("endpoint_id").asString()),
                    endpoint.required("not_sent").required("reason").asString());
        }
    }

    private static String path(AccountId account) {
        return "/operator/v1/accounts/" + account;
    }
}
