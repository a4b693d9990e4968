package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyExcerptTest {
    @Test
    void keepsAShortBodyWhole() {
        assertThat(excerpt(16, "Grüße")).isEqualTo("Grüße");
    }

    @Test
    void keepsAsMuchOfALongBodyAsItMay() {
        String body = "0123456789".repeat(1000);

        assertThat(excerpt(4096, body)).isEqualTo(body.substring(0, 4096));
    }

    @Test
    void saysNothingOfAnEmptyBody() {
        assertThat(excerpt(16, "")).isNull();
    }

    @Test
    void dropsHalfACharacterAtTheCut() {
        assertThat(excerpt(4, "abcü")).isEqualTo("abc");
        assertThat(excerpt(4, "abc€x")).isEqualTo("abc");
    }

    @Test
    void replacesHalfACharacterAtTheEndOfTheBodyItself() {
        byte[] half = {'a', (byte) 0xC3};
        BodyExcerpt excerpt = new BodyExcerpt(16);
        excerpt.add(half, 0, half.length);

        assertThat(excerpt.text()).isEqualTo("a\uFFFD");
    }

    @Test
    void keepsTheSameOfABodyThatComesInPieces() {
        byte[] body = "0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII);
        BodyExcerpt excerpt = new BodyExcerpt(700);
        for (int i = 0; i < body.length; i += 3) {
            excerpt.add(body, i, Math.min(3, body.length - i));
        }

        assertThat(excerpt.text()).isEqualTo("0123456789".repeat(70));
        assertThat(excerpt.total()).isEqualTo(body.length);
    }

    @Test
    void removesNul() {
        assertThat(excerpt(16, "a\0b\0")).isEqualTo("ab");
    }

    private static @Nullable String excerpt(int kept, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        BodyExcerpt excerpt = new BodyExcerpt(kept);
        excerpt.add(bytes, 0, bytes.length);
        return excerpt.text();
    }
}
