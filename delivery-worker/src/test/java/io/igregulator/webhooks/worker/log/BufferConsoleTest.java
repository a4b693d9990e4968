package io.igregulator.webhooks.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BufferConsoleTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("test.buffer-console");
    private final ConsoleAppender<ILoggingEvent> console = console();

    @BeforeEach
    void attach() {
        logger.addAppender(console);
    }

    @AfterEach
    void detach() {
        logger.detachAndStopAllAppenders();
    }

    @Test
    void theConsoleIsBufferedWhileTheWorkerRunsAndNoLonger() {
        BufferConsole buffer = new BufferConsole();

        buffer.start();
        assertThat(appenders()).hasOnlyElementsOfType(BufferedConsole.class).hasSize(1);
        assertThat(appenders()).allMatch(Appender::isStarted);

        buffer.stop();
        assertThat(appenders()).containsExactly(console);
        assertThat(console.isStarted()).isTrue();
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        return appenders;
    }

    private ConsoleAppender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> root = rootConsole();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logger.getLoggerContext());
        console.setEncoder(root.getEncoder());
        console.setName("its own");
        console.start();
        return console;
    }

    private ConsoleAppender<ILoggingEvent> rootConsole() {
        Logger root = logger.getLoggerContext().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        return (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
    }
}
