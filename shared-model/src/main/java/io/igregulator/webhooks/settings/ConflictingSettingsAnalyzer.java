package io.igregulator.webhooks.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints which settings conflict instead of a stack trace. Registered in {@code META-INF/spring.factories}. */
final class ConflictingSettingsAnalyzer extends AbstractFailureAnalyzer<ConflictingSettingsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConflictingSettingsException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Change one of the two; application.yml gives the reason of each.", cause);
    }
}
