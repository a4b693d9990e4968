package io.igregulator.webhooks.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's JVM has learnt in an earlier run, classes loaded and linked and methods profiled (JEP 483, 514 and 515):
 * a file beside the jar. A JVM that cannot use it, such as one of another version, starts without.
 */
public enum AotCache {
    /** Start with the cache if there is one. */
    USED,
    /** Start without, and write one at the end, which takes about ten seconds. */
    WRITTEN;

    List<String> options(Path jar) {
        Path cache = Path.of(jar + ".aot");
        return switch (this) {
            case USED -> Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
            case WRITTEN -> List.of("-XX:AOTCacheOutput=" + cache);
        };
    }
}
