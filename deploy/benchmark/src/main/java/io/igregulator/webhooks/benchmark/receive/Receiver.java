package io.igregulator.webhooks.benchmark.receive;

import io.igregulator.webhooks.benchmark.process.Companion;
import io.igregulator.webhooks.benchmark.process.Jvm;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The receiver as the run sees it. */
public final class Receiver implements AutoCloseable {
    private final Companion process;
    private final List<Integer> ports;
    private final String scheme;

    private Receiver(Companion process, List<Integer> ports, String scheme) {
        this.process = process;
        this.ports = List.copyOf(ports);
        this.scheme = scheme;
    }

    /** @param capacity arrivals to remember */
    public static Receiver start(Path folder, int routes, int capacity, boolean closing, Optional<Certificate> tls) {
        var arguments = new ArrayList<>(
                List.of(Integer.toString(routes), Integer.toString(capacity), closing ? "close" : "keep"));
        tls.ifPresent(
                certificate -> arguments.addAll(List.of(certificate.store().toString(), certificate.password())));
        var process = Companion.start("receiver", folder, Jvm.command(ReceiverMain.class, "512m", arguments));
        var ports = Arrays.stream(process.readLine().split(",", -1))
                .map(Integer::valueOf)
                .toList();
        return new Receiver(process, ports, tls.isPresent() ? "https" : "http");
    }

    public long pid() {
        return process.pid();
    }

    public List<Integer> ports() {
        return ports;
    }

    public String scheme() {
        return scheme;
    }

    /** Endpoints take the ports in turn. */
    public URI url(String conduct, int endpoint) {
        int port = ports.get(endpoint % ports.size());
        return URI.create(scheme + "://127.0.0.1:" + port + "/" + conduct + "/" + endpoint);
    }

    public synchronized int accepted() {
        return Integer.parseInt(process.ask("count").split(" ", -1)[0]);
    }

    public synchronized void clear() {
        process.ask("clear");
    }

    public synchronized Arrivals arrivals(Path file) {
        process.ask("write " + file);
        return Arrivals.read(file);
    }

    @Override
    public void close() {
        process.close();
    }
}
