package io.igregulator.webhooks.worker.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.EnsureExceptionHandling;
import ch.qos.logback.classic.pattern.KeyValuePairConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.Converter;
import ch.qos.logback.core.pattern.ConverterUtil;
import ch.qos.logback.core.pattern.parser.Parser;
import ch.qos.logback.core.spi.ScanException;

/**
 * Writes what a pattern layout writes, but into a builder that its caller keeps, and a {@link FieldsEvent}'s fields without
 * an object for each.
 */
final class PatternLine {
    private final Converter<ILoggingEvent> first;

    private PatternLine(Converter<ILoggingEvent> first) {
        this.first = first;
    }

    /** @throws IllegalArgumentException if the layout has a pattern that cannot be parsed */
    static PatternLine of(PatternLayout layout) {
        try {
            Parser<ILoggingEvent> parser = new Parser<>(layout.getPattern());
            parser.setContext(layout.getContext());
            Converter<ILoggingEvent> first = parser.compile(parser.parse(), layout.getEffectiveConverterMap());
            new EnsureExceptionHandling().process(layout.getContext(), first);
            ConverterUtil.setContextForConverters(layout.getContext(), first);
            ConverterUtil.startConverters(first);
            return new PatternLine(first);
        } catch (ScanException e) {
            throw new IllegalArgumentException("not a pattern: " + layout.getPattern(), e);
        }
    }

    void write(ILoggingEvent event, StringBuilder line) {
        for (Converter<ILoggingEvent> part = first; part != null; part = part.getNext()) {
            if (event instanceof FieldsEvent fields && isPlainPairs(part)) {
                fields.writeTo(new TextFields(line));
            } else {
                part.write(line, event);
            }
        }
    }

    /** Whether it is {@code %kvp} and nothing more: no option, no width. */
    private static boolean isPlainPairs(Converter<ILoggingEvent> part) {
        return part instanceof KeyValuePairConverter pairs
                && pairs.getFirstOption() == null
                && pairs.getFormattingInfo() == null;
    }
}
