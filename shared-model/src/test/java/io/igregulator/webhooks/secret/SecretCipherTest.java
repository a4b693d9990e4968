package io.igregulator.webhooks.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretCipherTest {
    private static final String FIRST_KEY = Base64.getEncoder().encodeToString(bytes(1));
    private static final String SECOND_KEY = Base64.getEncoder().encodeToString(bytes(2));
    private static final EndpointId ENDPOINT = EndpointId.parse("7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c11");
    private static final EndpointId ANOTHER = EndpointId.parse("7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c12");

    private final SecretText secret = SecretText.create(new SecureRandom());
    private final SecretCipher cipher = cipher("first", Map.of("first", FIRST_KEY));

    @Test
    void opensWhatItSealed() {
        EncryptedSecret sealed = cipher.encrypt(secret, ENDPOINT);

        assertThat(cipher.decrypt(sealed, ENDPOINT).reveal()).isEqualTo(secret.reveal());
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(secret.reveal());
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(cipher.encrypt(secret, ENDPOINT).bytes())
                .isNotEqualTo(cipher.encrypt(secret, ENDPOINT).bytes());
    }

    @Test
    void doesNotOpenARowCopiedToAnotherEndpoint() {
        EncryptedSecret sealed = cipher.encrypt(secret, ENDPOINT);

        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(sealed, ANOTHER));
    }

    @Test
    void doesNotOpenARowOfWhichAnyByteChanged() {
        EncryptedSecret sealed = cipher.encrypt(secret, ENDPOINT);
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] tampered = sealed.bytes().clone();
            tampered[i] ^= 1;
            EncryptedSecret row = new EncryptedSecret("first", tampered);

            assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(row, ENDPOINT));
        }
    }

    @Test
    void doesNotOpenARowThatIsTooShort() {
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.decrypt(new EncryptedSecret("first", new byte[5]), ENDPOINT));
    }

    @Test
    void stillOpensOldRowsAfterTheActiveKeyChanged() {
        EncryptedSecret old = cipher.encrypt(secret, ENDPOINT);
        SecretCipher later = cipher("second", Map.of("first", FIRST_KEY, "second", SECOND_KEY));

        assertThat(later.decrypt(old, ENDPOINT).reveal()).isEqualTo(secret.reveal());
        assertThat(later.encrypt(secret, ENDPOINT).keyId()).isEqualTo("second");
    }

    @Test
    void namesTheKeyThatIsMissing() {
        SecretCipher later = cipher("second", Map.of("second", SECOND_KEY));
        EncryptedSecret old = cipher.encrypt(secret, ENDPOINT);

        assertThatIllegalStateException()
                .isThrownBy(() -> later.decrypt(old, ENDPOINT))
                .withMessageContaining("'first'");
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> cipher("absent", Map.of("first", FIRST_KEY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher("first", Map.of("first", "c2hvcnQ=")))
                .withMessageNotContaining("c2hvcnQ=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher("first", Map.of("first", "!not base64!")))
                .withMessageNotContaining("!not base64!");
    }

    @Test
    void showsNoKeyAndNoCiphertextAsText() {
        assertThat(new SecretProperties("first", Map.of("first", FIRST_KEY)).toString())
                .doesNotContain(FIRST_KEY);
        assertThat(cipher.encrypt(secret, ENDPOINT)).hasToString("EncryptedSecret[keyId=first]");
    }

    private static SecretCipher cipher(String active, Map<String, String> keys) {
        return new SecretCipher(new SecretProperties(active, keys));
    }

    private static byte[] bytes(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
