package io.igregulator.webhooks.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final String TEXT = "igk_0123456789abcdefghijklmnopqrstuv";

    @Test
    void aNewKeyHasTheContractsShapeAndIsReadBack() {
        ApiKey key = ApiKey.create(RandomGenerator.getDefault());

        assertThat(key.reveal()).matches("igk_[A-Za-z0-9]{32}").hasSize(36);
        assertThat(ApiKey.parse(key.reveal()))
                .hasValueSatisfying(read -> assertThat(read.sha256()).isEqualTo(key.sha256()));
    }

    @Test
    void theHashIsSha256OfTheWholeKey() {
        // printf igk_0123456789abcdefghijklmnopqrstuv | sha256sum
        assertThat(HexFormat.of().formatHex(ApiKey.parse(TEXT).orElseThrow().sha256()))
                .isEqualTo("a5a103be6927a811421bacd6fae2978a3bc541c5676707b17577674e4056f121");
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertThat(ApiKey.parse(TEXT).orElseThrow()).hasToString("igk_***");
    }
}
