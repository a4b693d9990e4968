package io.igregulator.webhooks.worker.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Puts a buffer in place of each console appender for as long as the worker runs, however logging was configured; what
 * is logged before and after goes out line by line.
 */
final class BufferConsole implements SmartLifecycle {
    private final List<Replaced> replaced = new ArrayList<>();
    private boolean running;

    private record Replaced(Logger logger, Appender<ILoggingEvent> console, Appender<ILoggingEvent> buffered) {}

    @Override
    public synchronized void start() {
        running = true;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(this::replaceIn);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        // In this order, as at the start: in between a line may come twice, but none is lost.
        for (Replaced each : replaced) {
            each.logger.addAppender(each.console);
            each.logger.detachAppender(each.buffered);
            each.buffered.stop();
        }
        replaced.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** First to start and last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void replaceIn(Logger logger) {
        List<ConsoleAppender<ILoggingEvent>> consoles = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                consoles.add(console);
            }
        });
        for (ConsoleAppender<ILoggingEvent> console : consoles) {
            BufferedConsole buffered = new BufferedConsole(console);
            buffered.start();
            logger.addAppender(buffered);
            logger.detachAppender(console);
            replaced.add(new Replaced(logger, console, buffered));
        }
    }
}
