package io.igregulator.webhooks.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.http.ExchangeError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

class ReceiversPageIT {
    private static final Path EXAMPLES = Path.of("src/main/resources/receivers/examples");
    private static final Path WORKER = Path.of("../delivery-worker/src/main/resources/application.yml");
    private final Client reader = RunningApi.strict().anonymous();

    @Test
    void thePageIsReadWithoutAKeyAndBringsItsOwnProtection() {
        Answer page = page();

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'unsafe-inline';");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        assertThat(page().body())
                .doesNotContainPattern("(?i)<(script|img|link|iframe|object|embed)\\b")
                .doesNotContainPattern("(?i)(\\ssrc=|@import|[:\\s]url\\()")
                .doesNotContain("{{");
    }

    @Test
    void everyExampleOnThePageIsTheFileThatTheTestsRun() throws IOException {
        String page = page().body();
        List<String> shown = matches("<figcaption><b>[^<]+</b> <a href=\"receivers/examples/([^\"]+)\"", page);

        assertThat(shown).hasSize(14);
        for (String path : shown) {
            assertThat(page).contains(HtmlUtils.htmlEscape(Files.readString(EXAMPLES.resolve(path)), "UTF-8"));
        }
    }

    @Test
    void everyExampleIsServedAsPlainText() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        for (Path file : files) {
            Answer answer = reader.get("/docs/receivers/examples/" + EXAMPLES.relativize(file))
                    .is(200);
            assertThat(answer.body()).isEqualTo(Files.readString(file));
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void theVectorsAreServedAsTheyAre() throws IOException {
        Answer answer = reader.get("/docs/receivers/vectors.json").is(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo(new ClassPathResource("signature/vectors.json").getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        String page = page().body();

        assertThat(matches("href=\"#([^\"]+)\"", page))
                .hasSizeGreaterThan(15)
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        assertThat(matches("href=\"([^#\"][^\"]*)\"", page))
                .hasSizeGreaterThan(15)
                .allSatisfy(link -> reader.get("/docs/" + link).is(200));
    }

    @Test
    void theRetriesOnThePageAreTheWorkersOwn() throws IOException {
        String delays = String.join(", ", matches("data-delay=\"(\\w+)\"", page().body()));

        assertThat(Files.readString(WORKER)).contains("\n    delays: " + delays + "\n");
    }

    @Test
    void everyErrorThatADeliveryCanShowIsExplained() {
        String page = page().body();

        assertThat(Arrays.stream(ExchangeError.values()).filter(ExchangeError::endsAttempt))
                .allSatisfy(error -> assertThat(page).contains("<td><code>" + error.wireName() + "</code></td>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/receivers/",
                "/docs/receivers/nothing",
                "/docs/receivers/examples",
                "/docs/receivers/examples/java",
                "/docs/receivers/examples/java/Nothing.java",
                "/docs/receivers/examples/java/%2e%2e/%2e%2e/page.html",
                "/docs/receivers/page.html",
                "/docsy/receivers"
            })
    void anythingElseIsNotARoute(String path) {
        reader.get(path).isError(404, "not_found", "route_not_found");
    }

    @Test
    void theOperatorsPortDoesNotServeIt() {
        RunningApi.strict().operator().get("/docs/receivers").isError(404, "not_found", "route_not_found");
    }

    private Answer page() {
        return reader.get("/docs/receivers").is(200);
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
