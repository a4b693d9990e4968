package io.igregulator.webhooks.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.id.AccountId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndpointHeaderTest {
    @Test
    void isReadBack() {
        EndpointHeader header = new EndpointHeader(new AccountId(new UUID(1, 2)), Long.MAX_VALUE);

        assertThat(header.bytes())
                .as("the account's id and a version of eight bytes, as workers of every version read them")
                .asHexString()
                .isEqualToIgnoringCase("000000000000000100000000000000027fffffffffffffff");
        assertThat(EndpointHeader.read(header.bytes())).isEqualTo(header);
    }

    @Test
    void bytesOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> EndpointHeader.read(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }
}
