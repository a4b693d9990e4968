package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.AccountId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountSharesTest {
    private final AccountShares shares = new AccountShares(2000);
    private final AccountId first = new AccountId(new UUID(0, 1));
    private final AccountId second = new AccountId(new UUID(0, 2));

    @Test
    void aloneAnAccountMayHaveThreeQuarters() {
        assertThat(takeAll(first)).isEqualTo(1500);
    }

    @Test
    void aSecondOneFindsPlacesAndTheFirstHasToGiveWay() {
        takeAll(first);

        assertThat(takeAll(second)).isEqualTo(375);
        assertThat(shares.exhausted(first)).isTrue();
        giveBack(first, 643);
        assertThat(shares.exhausted(first)).as("three sevenths of all").isFalse();
    }

    @Test
    void anAccountThatHasNoneMayAlwaysBegin() {
        for (int i = 0; i < 2000; i++) {
            shares.begin(first);
        }

        assertThat(shares.full()).isTrue();
        assertThat(shares.exhausted(second)).isFalse();
        shares.begin(second);
        assertThat(shares.exhausted(second)).isTrue();
    }

    @Test
    void whatEndsIsGivenBack() {
        takeAll(first);
        giveBack(first, 1500);

        assertThat(shares.inFlight()).isZero();
        assertThat(takeAll(second)).isEqualTo(1500);
    }

    private int takeAll(AccountId account) {
        int taken = 0;
        while (!shares.exhausted(account)) {
            shares.begin(account);
            taken++;
        }
        return taken;
    }

    private void giveBack(AccountId account, int requests) {
        for (int i = 0; i < requests; i++) {
            shares.ended(account);
        }
    }
}
