package io.igregulator.webhooks.worker.log;

/** Writes fields as logback's {@code %kvp} does, without an object for each. */
final class TextFields implements Fields {
    private final StringBuilder line;
    private boolean first = true;

    TextFields(StringBuilder line) {
        this.line = line;
    }

    @Override
    public void add(String name, Object value) {
        begin(name).append(value).append('"');
    }

    @Override
    public void add(String name, int value) {
        begin(name).append(value).append('"');
    }

    private StringBuilder begin(String name) {
        if (!first) {
            line.append(' ');
        }
        first = false;
        return line.append(name).append("=\"");
    }
}
