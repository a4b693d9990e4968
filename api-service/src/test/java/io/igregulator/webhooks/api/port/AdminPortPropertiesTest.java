package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.account.Scope;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminPortPropertiesTest {
    private static final String MAIN = "main-token-0123456789-0123456789";
    private static final String ANN = "ann-token-0123456789-0123456789-";
    private static final String BOB = "bob-token-0123456789-0123456789-";

    @Test
    void everyNameHasATokenOfItsOwn() {
        assertThatCode(() -> properties(named("ann", ANN), named("bob", BOB))).doesNotThrowAnyException();
    }

    @Test
    void aTokenGivenTwiceIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> properties(named("ann", ANN), named("bob", ANN)))
                .hasMessage("webhooks.operator.tokens has a token twice");
        assertThatThrownBy(() -> properties(named("ann", MAIN)))
                .hasMessage("webhooks.operator.tokens has a token twice");
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        assertThatThrownBy(() -> properties(named("ann", ANN), named("ann", BOB)))
                .hasMessage("webhooks.operator.tokens has a name twice");
    }

    private static AdminPortProperties properties(NamedToken... tokens) {
        return new AdminPortProperties(InetAddress.getLoopbackAddress(), 0, true, MAIN, List.of(tokens));
    }

    private static NamedToken named(String name, String token) {
        return new NamedToken(name, token, Scope.READ);
    }
}
