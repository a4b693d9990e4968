package io.igregulator.webhooks.benchmark.process;

import io.igregulator.webhooks.local.stack.LocalFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What the worker tells of its JVM at {@code /actuator/prometheus}. */
public final class WorkerMetrics {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    public WorkerMetrics(URI worker) {
        this.url = worker.resolve("/actuator/prometheus");
    }

    public WorkerJvm read() {
        try {
            return WorkerJvm.of(http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new LocalFailure("The worker does not tell its metrics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
