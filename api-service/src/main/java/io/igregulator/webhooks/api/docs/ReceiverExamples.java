package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.OpenDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The verification examples, by path: {@code python/verify.py}. The very files that the tests run. */
@Component
final class ReceiverExamples {
    private static final String FOLDER = "receivers/examples/";

    private final Map<String, OpenDocument> files = new TreeMap<>();

    ReceiverExamples() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.*")) {
                String path = file.getURL().getPath();
                files.put(
                        path.substring(path.lastIndexOf(FOLDER) + FOLDER.length()),
                        ReceiverPage.guarded(OpenDocument.of(OpenDocument.TEXT, file.getContentAsByteArray())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<OpenDocument> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
