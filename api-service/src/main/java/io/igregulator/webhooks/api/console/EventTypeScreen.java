package io.igregulator.webhooks.api.console;

import java.util.List;

/** One type of event. */
public record EventTypeScreen(
        Frame frame,
        String root,
        String name,
        String title,
        String description,
        String condition,
        String example,
        List<SchemaField> fields)
        implements Screen {
    public EventTypeScreen {
        fields = List.copyOf(fields);
    }

    @Override
    public String template() {
        return "event-type";
    }
}
