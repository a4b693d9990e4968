package io.igregulator.webhooks.api.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RegistryIT {
    private static final String OPERATORS = "/operator/v1/operators";
    private static final RunningApi api = RunningApi.with(Map.of("webhooks.registry.max-import-size", "1MB"));

    private final Client operator = api.operator();

    @BeforeEach
    void forget() {
        api.database().sql("TRUNCATE operator").update();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void anImportSaysWhatItChangedAndRepeatedChangesNothing() {
        String lines = lines(IntStream.range(0, 5000).mapToObj(RegistryIT::line));

        assertThat(counts(load(lines))).containsExactly(5000, 0, 0);
        assertThat(counts(load(lines))).containsExactly(0, 0, 5000);
        assertThat(counts(load(lines.replace("Operator 77\"", "Renamed\"") + line(5000))))
                .containsExactly(1, 1, 4999);

        assertThat(operator.get(OPERATORS + "/operator-77")
                        .is(200)
                        .json()
                        .path("display_name")
                        .asString())
                .isEqualTo("Renamed");
    }

    @Test
    void whatALineDoesNotSayStays() {
        load(line(1)).is(200);

        assertThat(counts(load("{\"slug\": \"operator-1\"}"))).containsExactly(0, 0, 1);
        assertThat(counts(load("{\"slug\": \"operator-1\", \"license_status\": \"revoked\", \"country\": null}")))
                .containsExactly(0, 1, 0);

        JsonNode known = operator.get(OPERATORS + "/operator-1").json();
        assertThat(known.propertyNames())
                .containsExactly(
                        "slug",
                        "id",
                        "display_name",
                        "country",
                        "license_status",
                        "jurisdiction_code",
                        "status_at",
                        "updated_at");
        assertThat(known.path("license_status").asString()).isEqualTo("revoked");
        assertThat(known.path("country").asString()).isEqualTo("MT");
        assertThat(known.path("display_name").asString()).isEqualTo("Operator 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                     | invalid_query | invalid_input | lines[3]",
                "[]                                           | invalid_query | invalid_input | lines[3]",
                "{\"slug\": \"a\"} {\"slug\": \"b\"}          | invalid_query | invalid_input | lines[3]",
                "{\"display_name\": \"x\"}                    | invalid_query | missing_required_parameter | lines[3].slug",
                "{\"slug\": \"Not a slug\"}                   | invalid_slug  | invalid_input | lines[3].slug",
                "{\"slug\": \"a\", \"name\": \"x\"}           | invalid_query | invalid_input | lines[3].name",
                "{\"slug\": \"a\", \"display_name\": \" \"}   | invalid_query | invalid_input | lines[3].display_name",
                "{\"slug\": \"a\", \"license_status\": \"ok\"}| invalid_query | invalid_input | lines[3].license_status",
                "{\"slug\": \"operator-1\"}                   | invalid_query | invalid_input | lines[3].slug"
            })
    void aBadLineRefusesTheWholeImportAndIsNamed(String line, String code, String reason, String field) {
        Answer answer = load(line(1) + "\n\n" + line + "\n" + line(2));

        answer.isError(400, code, reason).blames(field);
        assertThat(answer.json().path("error").asString()).startsWith("line 3: ");
        assertThat(operator.get(OPERATORS).json().path("operators")).isEmpty();
    }

    @Test
    void aLineOrAnImportWithoutEndIsRefused() {
        load("{\"slug\": \"" + "a".repeat(20_000))
                .isError(400, "invalid_query", "invalid_input")
                .blames("lines[1]");
        load(lines(IntStream.range(0, 20_000).mapToObj(RegistryIT::line)))
                .isError(413, "invalid_query", "body_too_large");
        assertThat(operator.get(OPERATORS).json().path("operators")).isEmpty();
    }

    @Test
    void anotherMediaTypeIsRefused() {
        operator.post(OPERATORS, line(1)).isError(415, "invalid_query", "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "nonsense", "text/x-ndjson"})
    void aWildcardIsNotAMediaTypeOfABody(String type) {
        operator.send(
                        "POST",
                        OPERATORS,
                        BodyPublishers.ofString(line(1)),
                        request -> request.setHeader("Content-Type", type))
                .isError(415, "invalid_query", "unsupported_media_type");
        assertThat(operator.get(OPERATORS).json().path("operators")).isEmpty();
    }

    @Test
    void anEmptyImportChangesNothing() {
        assertThat(counts(load(""))).containsExactly(0, 0, 0);
        assertThat(counts(load("\r\n\n"))).containsExactly(0, 0, 0);
    }

    @Test
    void theRegistryIsPagedBySlug() {
        load(lines(IntStream.range(0, 25).mapToObj(RegistryIT::line))).is(200);
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get(OPERATORS + "?limit=10" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .is(200)
                    .json();
            page.path("operators")
                    .valueStream()
                    .forEach(one -> slugs.add(one.path("slug").asString()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(slugs).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotThereOrMakesNoSenseIsRefused() {
        operator.get(OPERATORS + "/unknown")
                .isError(404, "not_found", "operator_not_found")
                .blames("operator_slug");
        operator.get(OPERATORS + "/No_Slug").isError(400, "invalid_slug", "invalid_input");
        operator.get(OPERATORS + "?limit=0")
                .isError(400, "invalid_pagination", "invalid_input")
                .blames("limit");
        for (String cursor : List.of("", "*", "AAAA")) {
            operator.get(OPERATORS + "?cursor=" + cursor)
                    .isError(400, "invalid_pagination", "invalid_input")
                    .blames("cursor");
        }
    }

    private Answer load(String lines) {
        return operator.send(
                "POST",
                OPERATORS,
                BodyPublishers.ofString(lines),
                request -> request.setHeader("Content-Type", "application/x-ndjson"));
    }

    private static List<Integer> counts(Answer answer) {
        JsonNode counts = answer.is(200).json();
        return Stream.of("created", "updated", "unchanged")
                .map(name -> counts.path(name).intValue())
                .toList();
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(int number) {
        return """
                {"slug": "operator-%1$d", "id": "op-%1$d", "display_name": "Operator %1$d", "country": "MT",\
                 "license_status": "active", "jurisdiction_code": "MT-MGA"}""".formatted(number);
    }
}
