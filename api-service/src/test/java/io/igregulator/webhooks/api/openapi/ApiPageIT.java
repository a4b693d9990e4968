package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of either side, opened as a browser does: without a credential. */
@ParameterizedClass
@EnumSource
class ApiPageIT {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final RunningApi api = RunningApi.strict();
    private final String page;
    private final Client client;

    ApiPageIT(Documented side) {
        this.page = side.page();
        this.client = side.stranger(api);
    }

    @Test
    void everythingThePageLoadsComesFromHere() {
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        List<String> links = LINK.matcher(client.get(page).is(200).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(links).hasSizeGreaterThan(5);
        assertThat(links).allSatisfy(link -> client.get(folder + link).is(200));
    }

    @Test
    void thePageMayRunNothingOfOthersAndNothingInline() {
        Answer answer = client.get(page);

        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.body()).doesNotContain("<style", "style=", "onload", "http:", "https:");
    }

    @Test
    void filesSayWhatTheyAre() {
        assertThat(client.get(page + "/page.js").header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(client.get(page + "/swagger-ui.css").header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(client.get(page + "/page.js").header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/page.html", "/page.js/x", "/index.html"})
    void whatIsNotThereIsAnsweredWithTheEnvelope(String path) {
        client.get(page + path).isError(404, "not_found", "route_not_found");
    }

    @Test
    void whatOnlyBeginsLikeThePageIsNotOpen() {
        assertThat(client.get(page + "x").status()).isGreaterThanOrEqualTo(400);
        assertThat(client.post(page, "").status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void eachPortHasItsOwnPageAndDocumentOnly() {
        api.operator().get("/docs").isError(404, "not_found", "route_not_found");
        api.operator().get("/openapi.json").isError(404, "not_found", "route_not_found");
        api.anonymous().get("/operator/docs").isError(404, "not_found", "route_not_found");
        api.anonymous().get("/operator/openapi.json").isError(404, "not_found", "route_not_found");
    }
}
