package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON calls to one API with one bearer token. */
final class JsonHttp {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    JsonHttp(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws CommandFailure unless the answer is a success */
    JsonNode call(String method, String path, @Nullable ObjectNode body) {
        var answer = exchange(method, path, body);
        if (answer.status() / 100 != 2) {
            throw new CommandFailure(method + " " + base.resolve(path) + " answered " + answer.status() + ": "
                    + answer.body().path("error").asString(""));
        }
        return answer.body();
    }

    JsonAnswer exchange(String method, String path, @Nullable ObjectNode body) {
        BodyPublisher content =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            byte[] bytes = answer.body();
            return new JsonAnswer(answer.statusCode(), bytes.length == 0 ? object() : JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new CommandFailure(method + " " + base.resolve(path) + " answered something that is not JSON.", e);
        } catch (IOException e) {
            throw new CommandFailure(method + " " + base.resolve(path) + " got no answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
