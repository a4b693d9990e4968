package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.http.ExchangeError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Integrators read the codes in README.md: it names all of them with the side at fault, and no others. */
class AttemptErrorsTest {
    private static final Path DOCUMENT = Path.of("README.md");
    private static final Pattern SECTION = Pattern.compile("## Attempt errors\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z_]+)` (?:\\|[^|]*){2}\\| (\\w+) \\|", Pattern.MULTILINE);

    @Test
    void everyCodeIsDocumentedWithItsFaultAndNoOther() throws IOException {
        List<String> codes = Stream.concat(
                        Arrays.stream(ExchangeError.values())
                                .map(error ->
                                        error.wireName() + " " + error.fault().wireName()),
                        Arrays.stream(DeliveryError.values())
                                .map(error ->
                                        error.wireName() + " " + error.fault().wireName()))
                .toList();

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static List<String> documented() throws IOException {
        String section = SECTION.matcher(Files.readString(DOCUMENT))
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
        return ROW.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1) + " " + row.group(2))
                .toList();
    }
}
