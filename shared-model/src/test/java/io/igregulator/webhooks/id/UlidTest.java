package io.igregulator.webhooks.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000, 00000000-0000-0000-0000-000000000000",
        "7ZZZZZZZZZZZZZZZZZZZZZZZZZ, ffffffff-ffff-ffff-ffff-ffffffffffff",
        "00000000000000000000000001, 00000000-0000-0000-0000-000000000001",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV, 01563e3a-b5d3-d676-4c61-efb99302bd5b"
    })
    void readsAndWritesKnownValues(String text, String bits) {
        assertThat(Ulid.parse(text)).isEqualTo(UUID.fromString(bits));
        assertThat(Ulid.format(UUID.fromString(bits))).isEqualTo(text);
    }

    @Test
    void givesBackEveryValueItWrote() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            UUID bits = new UUID(random.nextLong(), random.nextLong());

            assertThat(Ulid.parse(Ulid.format(bits))).isEqualTo(bits);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARZ3NDEKTSV4RRFFQ69G5FA",
                "01ARZ3NDEKTSV4RRFFQ69G5FAVV",
                "81ARZ3NDEKTSV4RRFFQ69G5FAV",
                "01arz3ndektsv4rrffq69g5fav",
                "01ARZ3NDEKTSV4RRFFQ69G5FAI",
                "01ARZ3NDEKTSV4RRFFQ69G5FAL",
                "01ARZ3NDEKTSV4RRFFQ69G5FAO",
                "01ARZ3NDEKTSV4RRFFQ69G5FAU",
                "01ARZ3NDEKTSV4RRFFQ69G5FA-",
                "/1ARZ3NDEKTSV4RRFFQ69G5FAV"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ulid.parse(text));
    }
}
