package io.igregulator.webhooks.api.console;

import java.util.List;

/** All types of events. */
public record EventTypesScreen(Frame frame, String root, List<Type> types) implements Screen {
    public EventTypesScreen {
        types = List.copyOf(types);
    }

    /** One of them, in words. */
    public record Type(String name, String title, String description, String condition) {}

    @Override
    public String template() {
        return "event-types";
    }
}
