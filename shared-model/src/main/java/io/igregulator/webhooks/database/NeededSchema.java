package io.igregulator.webhooks.database;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The schemas that a service works with: the one of its newest migration, and each later one that takes nothing away which the
 * service still reads. Migrations only add, as a test holds, with one exception: a contracting one, whose name gives the version
 * since which services do without what it drops ({@code V12__contract_since_9_drop_a_column.sql}).
 *
 * @param version of the newest migration in the service's jar
 */
record NeededSchema(int version) {
    private static final Pattern CONTRACT = Pattern.compile("contract since (\\d+)\\b.*");

    /**
     * A migration that the database has had.
     *
     * @param description the name of its file without the version, as Flyway keeps it
     */
    record Applied(int version, String description) {

        /** The oldest service that works after it. */
        private int leastService() {
            var contract = CONTRACT.matcher(description);
            return contract.matches() ? Integer.parseInt(contract.group(1)) : 0;
        }
    }

    /** @return why the service cannot work with a database that has had these, empty if it can */
    Optional<String> objection(List<Applied> applied) {
        int present = applied.stream().mapToInt(Applied::version).max().orElse(0);
        if (present < version) {
            return Optional.of("the schema is of version %d, this service needs version %d or later: migrate first"
                    .formatted(present, version));
        }
        return applied.stream()
                .filter(migration -> migration.version() > version && migration.leastService() > version)
                .max(Comparator.comparingInt(Applied::leastService))
                .map(migration ->
                        ("the schema is of version %d, whose migration %d dropped what this service of version %d"
                                        + " still reads: it needs a service of version %d or later")
                                .formatted(present, migration.version(), version, migration.leastService()));
    }
}
