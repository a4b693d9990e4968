package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of {@code postgresql.conf} that is rewritten at each start. */
final class PostgresSettings {

    private PostgresSettings() {}

    static void write(Path file, int port, Map<String, String> more) throws IOException {
        var settings = new TreeMap<String, String>();
        settings.put("listen_addresses", LoopbackPort.HOST);
        settings.put("port", Integer.toString(port));
        // Sockets would stay behind in the shared temporary directory after a SIGKILL.
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("max_connections", "300");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.putAll(more);
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
                        .collect(Collectors.joining()));
    }
}
