package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * What a page says first: what came of an act.
 *
 * @param problem whether it was refused
 * @param hint what to do about it; null where there is nothing to say
 */
public record Notice(boolean problem, String text, @Nullable String hint) {
    static Notice done(String text) {
        return new Notice(false, text, null);
    }

    static Notice refused(ApiError error) {
        return new Notice(true, Words.sentence(error.summary()), Words.sentenceOrNull(error.suggestion()));
    }
}
