package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.EndpointId;

/** Endpoints from their creation to their end, with every refusal that is theirs alone. */
final class WebhookScenes {
    private static final String ALL = "/v1/webhooks";

    private final Stage stage;

    WebhookScenes(Stage stage) {
        this.stage = stage;
    }

    void play() {
        String one = ALL + "/" + stage.createWebhook();
        stage.send(Request.of("GET", ALL));
        list();
        stage.send(Request.of("GET", one));
        stage.send(Request.of("HEAD", one));
        patch(one, "{\"description\":\"night shift\",\"active\":false}");
        patch(one, "{\"description\":null,\"active\":true,\"events\":[\"coverage.restored\"]}");
        patch(one, "{\"name\":\"desk\",\"events\":[\"license.*\",\"*\"],\"metadata\":{\"team\":\"a\"}}");
        patch(one, "{\"url\":\"http://10.0.0.1/\"}");
        stopped(one);
        stage.send(Request.of("POST", ALL).json("{\"url\":\"http://10.0.0.1/\",\"events\":[\"license.issued\"]}"));
        stage.send(Request.of("POST", one + "/rotate_secret"));
        stage.send(Request.of("POST", one + "/revoke_secrets"));
        figures(one);
        resume(one);
        ping(one);
        quota(stage.capped());
        stage.send(Request.of("DELETE", one));
    }

    private void list() {
        stage.createWebhook();
        String cursor = stage.send(Request.of("GET", ALL + "?limit=1"))
                .answer()
                .json()
                .path("next_cursor")
                .asString();
        stage.pool().add("WebhookCursor", cursor);
        stage.send(Request.of("GET", ALL + "?cursor=" + cursor + "&active=true&event=license.issued&q=http"));
        stage.send(Request.of("GET", ALL + "?cursor=x"));
        stage.send(Request.of("GET", ALL + "?active=1"));
    }

    private void patch(String one, String body) {
        stage.send(Request.of("PATCH", one).json(body));
    }

    private void figures(String one) {
        AttemptCounts counts = new AttemptCounts();
        counts.add(EndpointId.parse(one.substring(one.lastIndexOf('/') + 1)), AttemptClass.answered(true, 40));
        stage.api()
                .database()
                .sql("INSERT INTO figures_batch (minute, counts) VALUES (date_trunc('minute', now()), ?)")
                .param(counts.stored())
                .update();
        stage.send(Request.of("GET", one + "/figures"));
        stage.send(Request.of("GET", one + "/figures?step=hour&since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z"));
        stage.send(Request.of("GET", one + "/figures?step=week"));
    }

    private void resume(String one) {
        Request resume = Request.of("POST", one + "/resume");
        patch(one, "{\"active\":false}");
        stage.send(resume);
        patch(one, "{\"active\":true}");
        stage.send(resume);
        stage.send(Request.of("POST", ALL + "/" + stage.createWebhook() + "/resume"));
    }

    private void stopped(String one) {
        String admin =
                one.replace("/v1", "/operator/v1/accounts/" + stage.customer().accountId());
        stage.api()
                .operator()
                .patch(admin, "{\"active\": false, \"reason\": \"too many complaints\"}")
                .is(200);
        stage.send(Request.of("GET", one));
        patch(one, "{\"active\":true}");
        stage.api().operator().patch(admin, "{\"active\": true}").is(200);
    }

    private void ping(String one) {
        Request test = Request.of("POST", one + "/test");
        stage.receiver().answer(200, "ok");
        stage.send(test);
        stage.send(test.json("{\"event\":\"license.issued\",\"data\":{\"jurisdiction_code\":\"GB\"}}"));
        stage.send(test.json("{\"event\":\"license.lost\"}"));
        stage.send(test.json("{\"event\":\"license.issued\",\"data\":{\"license_id\":null}}"));
        stage.receiver().answer(500, "");
        stage.send(test);
        stage.receiver().answer(200, "");
        patch(one, "{\"url\":\"http://127.0.0.1:1/\"}");
        stage.send(test);
    }

    private void quota(Customer customer) {
        Request create = Request.of("POST", ALL)
                .json("{\"url\":\"" + stage.receiver().url() + "\",\"events\":[\"license.issued\"]}")
                .key(customer.key());
        stage.door().send(create);
        stage.door().send(create);
    }
}
