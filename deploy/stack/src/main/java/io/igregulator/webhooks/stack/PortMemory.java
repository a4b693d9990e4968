package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ports of the last run: bookmarks and copied commands keep working while no other process took them. */
final class PortMemory {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PortMemory() {}

    static List<Integer> read(DataFolder folder) {
        Path file = folder.file("ports.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<Integer>>() {});
        } catch (IOException | JacksonException e) {
            // Only a convenience is lost.
            return List.of();
        }
    }

    static void write(DataFolder folder, List<Integer> ports) {
        PrivateFile.write(folder.file("ports.json"), JSON.writeValueAsBytes(ports));
    }
}
