package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyExcerptTest {
    @Test
    void keepsAShortBodyWhole() throws IOException {
        assertThat(excerpt(16, 64, "Grüße")).isEqualTo("Grüße");
    }

    @Test
    void keepsAsMuchOfALongBodyAsItMay() throws IOException {
        String body = "0123456789".repeat(1000);

        assertThat(excerpt(4096, 65_536, body)).isEqualTo(body.substring(0, 4096));
        assertThat(excerpt(1000, 700, body)).isEqualTo(body.substring(0, 700));
    }

    @Test
    void saysNothingOfAnEmptyBody() throws IOException {
        assertThat(excerpt(16, 64, "")).isNull();
    }

    @Test
    void dropsHalfACharacterAtTheCut() throws IOException {
        assertThat(excerpt(4, 64, "abcü")).isEqualTo("abc");
        assertThat(excerpt(4, 64, "abc€x")).isEqualTo("abc");
    }

    @Test
    void replacesHalfACharacterAtTheEndOfTheBodyItself() throws IOException {
        byte[] half = {'a', (byte) 0xC3};
        BodyExcerpt excerpt = new BodyExcerpt(16, 64);
        excerpt.read(new ByteArrayInputStream(half));

        assertThat(excerpt.text()).isEqualTo("a\uFFFD");
    }

    @Test
    void readsNoByteBeyondTheLimit() throws IOException {
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[100_000]);
        new BodyExcerpt(4096, 65_536).read(body);

        assertThat(body.available()).isEqualTo(100_000 - 65_536);
    }

    @Test
    void removesNul() throws IOException {
        assertThat(excerpt(16, 64, "a\0b\0")).isEqualTo("ab");
    }

    private static @Nullable String excerpt(int kept, int limit, String body) throws IOException {
        BodyExcerpt excerpt = new BodyExcerpt(kept, limit);
        excerpt.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return excerpt.text();
    }
}
