package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.audit.AuditReader.AuditPage;
import java.util.List;

/**
 * Changes, newest first.
 *
 * @param action that is shown; empty for all
 * @param target that is shown; empty for all
 */
public record ChangesScreen(
        Frame frame, String path, String action, String target, List<String> actions, AuditPage page)
        implements Screen {
    public ChangesScreen {
        actions = List.copyOf(actions);
    }

    @Override
    public String template() {
        return "changes";
    }

    /** The next page's, with the same filter. */
    public String next() {
        return path + "?action=" + Query.encoded(action) + "&target=" + Query.encoded(target) + "&cursor="
                + page.nextCursor();
    }
}
