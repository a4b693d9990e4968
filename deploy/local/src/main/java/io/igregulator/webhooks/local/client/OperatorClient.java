package io.igregulator.webhooks.local.client;

import io.igregulator.webhooks.id.AccountId;
import java.net.URI;

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

    private static String path(AccountId account) {
        return "/operator/v1/accounts/" + account;
    }
}
