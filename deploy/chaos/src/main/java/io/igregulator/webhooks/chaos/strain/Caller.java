package io.igregulator.webhooks.chaos.strain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Makes calls with one key and counts what they are answered. */
final class Caller implements AutoCloseable {
    private static final int NO_ANSWER = 0;
    private static final int SERVER_FAULT = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final URI base;
    private final String key;

    Caller(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Returns the body. */
    String call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            count(answer.statusCode());
            return answer.body();
        } catch (IOException e) {
            count(NO_ANSWER);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void count(int status) {
        answers.computeIfAbsent(status, key -> new LongAdder()).increment();
    }

    boolean sawAFault() {
        return answers.containsKey(SERVER_FAULT);
    }

    String counts() {
        return answers.entrySet().stream()
                .map(entry -> (entry.getKey() == NO_ANSWER ? "none" : entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "answers ", ""));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
