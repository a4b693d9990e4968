package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.OpenDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The page for subscribers, with the examples put in where it names them: page and tested code are one. */
@Component
final class ReceiverPage {
    private static final Pattern EXAMPLE = Pattern.compile("\\{\\{example (\\S+)}}");

    /** Styles are part of the page; nothing else is loaded, run, framed or sent. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final OpenDocument content;

    ReceiverPage(ReceiverExamples examples) {
        String page =
                EXAMPLE.matcher(template()).replaceAll(match -> Matcher.quoteReplacement(figure(match, examples)));
        this.content = guarded(OpenDocument.of(OpenDocument.HTML, page));
    }

    /** As the page and all that belongs to it are sent. */
    static OpenDocument guarded(OpenDocument document) {
        return document.with("Content-Security-Policy", POLICY).with("Referrer-Policy", "no-referrer");
    }

    OpenDocument content() {
        return content;
    }

    private static String figure(MatchResult match, ReceiverExamples examples) {
        String path = match.group(1);
        String text = examples.find(path)
                .orElseThrow(() -> new IllegalStateException("no example " + path))
                .text();
        return """
                <figure>
                <figcaption><b>%s</b> <a href="receivers/examples/%s">plain file</a></figcaption>
                <pre tabindex="0"><code>%s</code></pre>
                </figure>""".formatted(path.substring(path.lastIndexOf('/') + 1), path, HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    private static String template() {
        try {
            return new ClassPathResource("receivers/page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
