package io.igregulator.webhooks.api.endpoint;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an owner notes about an endpoint, which means nothing to the platform: texts by key, in the order of the keys. */
public record Metadata(SortedMap<String, String> entries) {
    static final int MAX_ENTRIES = 20;
    static final Metadata NONE = new Metadata(Collections.emptySortedMap());
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> ENTRIES = new TypeReference<>() {};

    public Metadata {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** @param json as stored; null for none */
    static Metadata stored(@Nullable String json) {
        return json == null ? NONE : new Metadata(JSON.readValue(json, ENTRIES));
    }

    /** Null for none. */
    @Nullable
    String toJson() {
        return entries.isEmpty() ? null : JSON.writeValueAsString(entries);
    }

    /** As RFC 7396 merges objects: an entry that is null is removed, one that is not mentioned stays. */
    Metadata merged(Map<String, @Nullable String> patch) {
        SortedMap<String, String> merged = new TreeMap<>(entries);
        patch.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return new Metadata(merged);
    }
}
