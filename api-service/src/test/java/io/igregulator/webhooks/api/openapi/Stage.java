package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import tools.jackson.databind.JsonNode;

/**
 * A service with accounts, a receiver and a few things to name.
 *
 * @param capped an account of the smallest plan
 * @param pool holds a value for each path parameter of the document
 */
record Stage(RunningApi api, Spec spec, Door door, Receiver receiver, Customer customer, Customer capped, Pool pool) {
    static Stage set(RunningApi api) {
        Spec spec = Spec.of(api);
        Receiver receiver = new Receiver();
        Stage stage = new Stage(
                api,
                spec,
                new Door(api, spec),
                receiver,
                api.customer("enterprise"),
                api.customer("starter"),
                new Pool());
        stage.pool.add("id", stage.createWebhook());
        return stage;
    }

    Exchange send(Request request) {
        return door.send(request.key(customer.key()));
    }

    /** @return the id */
    String createWebhook() {
        JsonNode created = send(Request.of("POST", "/v1/webhooks")
                        .json("{\"url\":\"" + receiver.url() + "\",\"events\":[\"license.issued\"]}"))
                .answer()
                .json();
        return created.path("id").asString();
    }

    /** A request that goes through, but for what the caller changes about it. */
    Request plain(Operation operation) {
        String path = operation.template();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            path = path.replace("{" + name + "}", pool.latest(name));
        }
        JsonNode example = operation.definition().at("/requestBody/content/application~1json/examples");
        Request request = Request.of(operation.method(), path);
        return example.isEmpty()
                ? request
                : request.json(
                        spec.resolve(example.iterator().next()).path("value").toString());
    }
}
