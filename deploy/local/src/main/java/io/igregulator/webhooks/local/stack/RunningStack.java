package io.igregulator.webhooks.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a started stack is found.
 *
 * @param processes ids by name, in the order of start
 * @param logs by name
 */
public record RunningStack(
        Ports ports,
        StackSecrets secrets,
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        Path dataFolder,
        Map<String, Long> processes,
        Map<String, Path> logs) {

    public URI apiUrl() {
        return url(ports.api());
    }

    public URI operatorUrl() {
        return url(ports.operator());
    }

    public URI receiverUrl() {
        return url(ports.receiver());
    }

    public List<URI> workerUrls() {
        return ports.workers().stream().map(RunningStack::url).toList();
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + ports.kafka();
    }

    static URI url(int port) {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }
}
