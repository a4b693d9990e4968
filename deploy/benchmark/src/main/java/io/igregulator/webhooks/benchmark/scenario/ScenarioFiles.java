package io.igregulator.webhooks.benchmark.scenario;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads scenarios in the order of their file names. */
public final class ScenarioFiles {
    private static final String DEFAULTS = "defaults.json";
    private static final String QUICK = "quick";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScenarioFiles() {}

    /**
     * All scenarios by name.
     *
     * @param quick only those that have a quick form, in that form
     * @param keys over what all the files say
     */
    public static Map<String, Scenario> read(Path folder, boolean quick, Map<String, Object> keys) {
        var defaults = tree(folder.resolve(DEFAULTS));
        var scenarios = new LinkedHashMap<String, Scenario>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(DEFAULTS))
                    .sorted()
                    .map(file -> scenario(file, defaults, quick, keys))
                    .flatMap(Stream::ofNullable)
                    .forEach(scenario -> scenarios.put(scenario.name(), scenario));
        } catch (IOException e) {
            throw new CommandFailure("Cannot read the scenarios in " + folder + ".", e);
        }
        return scenarios;
    }

    private static @Nullable Scenario scenario(
            Path file, ObjectNode defaults, boolean quick, Map<String, Object> keys) {
        var own = tree(file);
        JsonNode quickForm = own.remove(QUICK);
        if (quick && quickForm == null) {
            return null;
        }
        var whole = defaults.deepCopy();
        whole.setAll(own);
        if (quick && quickForm instanceof ObjectNode overlay) {
            whole.setAll(overlay);
        }
        keys.forEach((key, value) -> whole.put(key, value.toString()));
        try {
            return JSON.treeToValue(whole, Scenario.class);
        } catch (JacksonException e) {
            throw new CommandFailure("Not a scenario: " + file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode tree(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException e) {
            throw new CommandFailure("Cannot read " + file + ".", e);
        }
    }
}
