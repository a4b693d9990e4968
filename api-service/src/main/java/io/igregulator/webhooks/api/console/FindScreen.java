package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.find.Hit;
import java.util.List;

/**
 * What was found.
 *
 * @param text what was asked for; empty before that
 */
public record FindScreen(Frame frame, String text, List<Hit> hits) implements Screen {
    public FindScreen {
        hits = List.copyOf(hits);
    }

    @Override
    public String template() {
        return "find";
    }
}
