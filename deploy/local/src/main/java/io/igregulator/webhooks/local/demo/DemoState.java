package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.PrivateFile;
import io.igregulator.webhooks.stack.client.LocalAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the demonstration made so far, kept in the data folder: keys and secrets are shown only once. */
record DemoState(Map<String, LocalAccount> accounts, Map<String, DemoEndpoint> endpoints) {
    private static final String FILE = "demo.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    DemoState {
        accounts = new TreeMap<>(accounts);
        endpoints = new TreeMap<>(endpoints);
    }

    static DemoState read(DataFolder folder) {
        Path file = folder.file(FILE);
        if (!Files.exists(file)) {
            return new DemoState(Map.of(), Map.of());
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), DemoState.class);
        } catch (IOException | JacksonException e) {
            throw new CommandFailure("Cannot read " + file + ": start again with --fresh.", e);
        }
    }

    void write(DataFolder folder) {
        PrivateFile.write(folder.file(FILE), JSON.writeValueAsBytes(this));
    }

    @Override
    public String toString() {
        return "DemoState[" + accounts.keySet() + ", " + endpoints.keySet() + "]";
    }
}
