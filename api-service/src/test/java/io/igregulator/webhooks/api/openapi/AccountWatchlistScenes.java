package io.igregulator.webhooks.api.openapi;

/** An account's watchlist in the hands of the operator. */
final class AccountWatchlistScenes {
    private final Stage stage;

    AccountWatchlistScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        String list = "/operator/v1/accounts/" + stage.customer().accountId() + "/watchlist";
        stage.pool().add("operator_slug", "nordlys-casino");
        stage.send(Request.of("PUT", list + "/nordlys-casino"));
        stage.send(Request.of("PUT", list + "/No_Slug"));
        stage.send(Request.of("GET", list));
        stage.send(Request.of("GET", list + "/operators?limit=1&offset=0"));
        stage.send(Request.of("GET", list + "/operators?limit=0"));
        stage.send(Request.of("DELETE", list + "/nordlys-casino"));
        stage.send(Request.of("DELETE", list + "/No_Slug"));
    }
}
