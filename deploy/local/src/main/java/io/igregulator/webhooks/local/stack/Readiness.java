package io.igregulator.webhooks.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a child is ready, or any part of the stack is seen to have ended. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http;
    private final CompletableFuture<LocalFailure> failure;

    Readiness(HttpClient http, CompletableFuture<LocalFailure> failure) {
        this.http = http;
        this.failure = failure;
    }

    void await(ChildProcess child, URI health) {
        await(child, () -> ready(health));
    }

    void awaitPort(ChildProcess child, int port) {
        await(child, () -> accepts(port));
    }

    private void await(ChildProcess child, BooleanSupplier ready) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (failure.isDone()) {
                throw failure.join();
            }
            if (System.nanoTime() > deadline) {
                throw LogTail.explain(child.name(), "was not ready within " + PATIENCE.toSeconds() + " s", child.log());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean ready(URI health) {
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for " + health + ".", e);
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.ofLiteral(Ports.HOST), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
