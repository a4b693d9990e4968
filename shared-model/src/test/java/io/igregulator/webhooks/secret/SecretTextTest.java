package io.igregulator.webhooks.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.signature.SigningSecret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SecretTextTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void consistsOfCharactersThatBothBase64AlphabetsShare() {
        for (int i = 0; i < 200; i++) {
            String text = SecretText.create(random).reveal();
            String key = text.substring("whsec_".length());

            assertThat(text).matches("whsec_[A-Za-z0-9]{44}");
            assertThat(Base64.getDecoder().decode(key))
                    .isEqualTo(Base64.getUrlDecoder().decode(key))
                    .hasSize(33);
        }
    }

    @Test
    void isAnotherOneEachTimeAndUsesTheWholeAlphabet() {
        Set<String> texts = new HashSet<>();
        Set<Integer> characters = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String text = SecretText.create(random).reveal();
            texts.add(text);
            text.substring("whsec_".length()).chars().forEach(characters::add);
        }

        assertThat(texts).hasSize(200);
        assertThat(characters).hasSize(62);
    }

    @Test
    void hidesItselfFromTextAndSerializers() {
        SecretText secret = SecretText.create(random);
        SigningSecret signing = SigningSecret.of(secret.reveal(), null);
        String key = secret.reveal().substring("whsec_".length());

        assertThat(secret).hasToString("whsec_***");
        assertThat(json(secret)).doesNotContain(key);
        assertThat(json(signing)).doesNotContain(key);
    }

    /** An object without properties is refused by default, which hides as well. */
    private static String json(Object value) {
        try {
            return JsonMapper.shared().writeValueAsString(value);
        } catch (JacksonException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
