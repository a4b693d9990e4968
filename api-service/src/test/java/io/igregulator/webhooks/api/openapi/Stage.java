package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import tools.jackson.databind.JsonNode;

/**
 * A service with accounts, a receiver and a few things to name, seen from one of its sides.
 *
 * @param key of the caller: an account's, or the operator's token
 * @param customer the account that the things belong to
 * @param capped an account of the smallest plan
 * @param pool holds a value for each path parameter of the document
 */
record Stage(
        RunningApi api,
        Documented side,
        Spec spec,
        Door door,
        Receiver receiver,
        String key,
        Customer customer,
        Customer capped,
        Pool pool) {
    static Stage ofAccount(RunningApi api) {
        Customer customer = api.customer("enterprise");
        return set(api, Documented.PUBLIC, customer.key(), customer);
    }

    static Stage ofOperator(RunningApi api) {
        Stage stage = set(api, Documented.OPERATOR, RunningApi.OPERATOR_TOKEN, api.customer("enterprise"));
        stage.pool.add("account_id", stage.customer.accountId());
        stage.pool.add("key_id", stage.customer.keyId());
        return stage;
    }

    private static Stage set(RunningApi api, Documented side, String key, Customer customer) {
        Spec spec = Spec.of(api, side);
        Door door = new Door(side.port(api), spec);
        Stage stage =
                new Stage(api, side, spec, door, new Receiver(), key, customer, api.customer("starter"), new Pool());
        stage.pool.add("id", stage.createWebhook());
        return stage;
    }

    Exchange send(Request request) {
        return door.send(request.key(key));
    }

    /** Past the door, which is for one request at a time. */
    Answer sendUnseen(Request request) {
        return new RawHttp(side.port(api)).send(request.key(key).wire());
    }

    /** A webhook of the customer's. */
    String createWebhook() {
        return customer.client()
                .post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\",\"events\":[\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    /** A request that goes through, but for what the caller changes about it. */
    Request plain(Operation operation) {
        String path = operation.template();
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asString();
            path = path.replace("{" + name + "}", pool.latest(name));
        }
        Request request = Request.of(operation.method(), path);
        return operation
                .body()
                .map(body -> request.body(body.mediaType(), body.examples(spec).getFirst()))
                .orElse(request);
    }
}
