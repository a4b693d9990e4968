package io.igregulator.webhooks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations in this service's jar. */
public final class OwnMigrations {
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");

    private OwnMigrations() {}

    /** @return the version of the newest */
    public static int newest() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(VERSION::matcher)
                    .filter(name -> name.matches())
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
