package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPageIT {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.anonymous();

    @Test
    void everythingThePageLoadsComesFromHere() {
        List<String> links = LINK.matcher(client.get("/docs").is(200).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(link -> !link.equals("docs/receivers"))
                .toList();

        assertThat(links).hasSizeGreaterThan(5);
        assertThat(links).allSatisfy(link -> client.get("/" + link).is(200));
    }

    @Test
    void thePageMayRunNothingOfOthersAndNothingInline() {
        Answer page = client.get("/docs");

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(page.body()).doesNotContain("<style", "style=", "onload", "http:", "https:");
    }

    @Test
    void filesSayWhatTheyAre() {
        assertThat(client.get("/docs/page.js").header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(client.get("/docs/swagger-ui.css").header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(client.get("/docs/page.js").header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs/", "/docs/nothing", "/docs/page.html", "/docs/page.js/x", "/docs/index.html", "/docsx"})
    void whatIsNotThereIsAnsweredWithTheEnvelope(String path) {
        client.get(path).isError(404, "not_found", "route_not_found");
    }

    @Test
    void theOperatorsPortHasNeitherPageNorDocument() {
        api.operator().get("/docs").isError(404, "not_found", "route_not_found");
        api.operator().get("/openapi.json").isError(404, "not_found", "route_not_found");
    }
}
