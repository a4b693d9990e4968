package io.igregulator.webhooks.benchmark.process;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What the worker reports of its JVM at {@code /actuator/prometheus}. */
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
            throw new CommandFailure("The worker does not report its metrics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
