package io.igregulator.webhooks.worker.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/** A line whose fields are asked for when it is written, and only then. */
public abstract class FieldsEvent extends LoggingEvent {
    protected FieldsEvent(Logger logger, String message) {
        super(FieldsEvent.class.getName(), logger, Level.INFO, message, null, null);
    }

    /** Adds every field, always in the same order. */
    protected abstract void writeTo(Fields fields);

    @Override
    public final List<KeyValuePair> getKeyValuePairs() {
        FieldPairs pairs = new FieldPairs();
        writeTo(pairs);
        return pairs.all();
    }
}
