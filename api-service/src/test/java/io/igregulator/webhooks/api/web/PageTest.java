package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theRowTooManyProvesThatThereIsANextPage() {
        assertThat(Page.rows(2)).isEqualTo(3);

        var page = Page.of(List.of("a", "b", "c"), 2);

        assertThat(page.shown()).containsExactly("a", "b");
        assertThat(page.nextCursor(last -> "after " + last)).isEqualTo("after b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), 2).nextCursor(last -> last)).isNull();
        assertThat(Page.of(List.<String>of(), 2).nextCursor(last -> last)).isNull();
    }
}
