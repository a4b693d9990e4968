package io.igregulator.webhooks.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.database.NeededSchema.Applied;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededSchemaTest {
    private final NeededSchema needed = new NeededSchema(7);

    @Test
    void itsOwnSchemaAndALaterOneThatOnlyAddsWillDo() {
        assertThat(needed.objection(List.of(added(6), added(7)))).isEmpty();
        assertThat(needed.objection(List.of(added(7), added(8), added(12)))).isEmpty();
    }

    @Test
    void anEarlierSchemaWillNotAndBothVersionsAreNamed() {
        assertThat(needed.objection(List.of(added(5), added(6))))
                .contains("the schema is of version 6, this service needs version 7 or later: migrate first");
        assertThat(needed.objection(List.of())).get().asString().contains("version 0");
    }

    @Test
    void aLaterOneThatDroppedWhatOlderServicesReadWillDoForServicesThatDoWithout() {
        assertThat(needed.objection(List.of(added(7), new Applied(9, "contract since 7 drop a column"))))
                .isEmpty();
        assertThat(needed.objection(List.of(added(7), added(8), new Applied(9, "contract since 8 drop a column"))))
                .contains(
                        "the schema is of version 9, whose migration 9 dropped what this service of version 7 still reads:"
                                + " it needs a service of version 8 or later");
    }

    @Test
    void aContractingMigrationOfItsOwnIsKnownToIt() {
        assertThat(needed.objection(List.of(new Applied(7, "contract since 6 drop a column"), added(8))))
                .isEmpty();
    }

    @Test
    void theNewestMigrationInTheJarIsWhatIsNeeded() throws Exception {
        assertThat(OwnMigrations.newest()).isEqualTo(Migrations.newest());
    }

    private static Applied added(int version) {
        return new Applied(version, "more columns");
    }
}
