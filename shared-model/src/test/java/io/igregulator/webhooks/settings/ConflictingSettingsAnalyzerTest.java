package io.igregulator.webhooks.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class ConflictingSettingsAnalyzerTest {
    /** Spring Boot's own analyzers need beans that are not here. */
    private static final FailureHandler OTHERS = FailureHandler.handleMessage((message, failure) -> {});

    @Test
    void springBootFindsItAndPrintsTheMessageAlone() {
        var failure = new IllegalStateException("bean", new ConflictingSettingsException("a must not be below b"));

        var analysis = SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, OTHERS).stream()
                .filter(ConflictingSettingsAnalyzer.class::isInstance)
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst();

        assertThat(analysis.orElseThrow().getDescription()).isEqualTo("a must not be below b");
    }
}
