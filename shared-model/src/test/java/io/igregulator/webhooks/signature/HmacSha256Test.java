package io.igregulator.webhooks.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
    private static final String RFC_4231_CASE_2 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void signsLikeTheRfcWithTheJvmsProvider() {
        assertThat(signature(new HmacSha256(bytes("Jefe")))).isEqualTo(RFC_4231_CASE_2);
    }

    @Test
    void signsTheSameWithAProviderWhoseMacsCannotBeCopied() throws GeneralSecurityException {
        Provider provider = Conscrypt.newProvider();
        Mac uncopied = Mac.getInstance(Macs.ALGORITHM, provider);
        assertThatExceptionOfType(CloneNotSupportedException.class).isThrownBy(uncopied::clone);

        HmacSha256 hmac = new HmacSha256(bytes("Jefe"), Macs.of(provider));

        assertThat(signature(hmac)).isEqualTo(RFC_4231_CASE_2);
        assertThat(signature(hmac)).as("again").isEqualTo(RFC_4231_CASE_2);
    }

    private static String signature(HmacSha256 hmac) {
        return HexFormat.of().formatHex(hmac.of(bytes("what do ya want "), bytes("for nothing?")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
