package io.igregulator.webhooks.worker.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

class BufferedConsoleTest {
    private static final String PATTERN = "%-5level %logger{20} %msg %kvp%n";

    private final LoggerContext context = new LoggerContext();
    private final Output output = new Output();
    private final List<BufferedConsole> started = new ArrayList<>();

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        context.start();
    }

    @AfterEach
    void stop() {
        started.forEach(BufferedConsole::stop);
        context.stop();
    }

    @Test
    void manyLinesAreWrittenTogetherSoonAndInOrder() {
        Logger one = logger("one", buffered(pattern(PATTERN)));
        Logger other = context.getLogger("other");

        for (int i = 0; i < 20; i++) {
            (i % 2 == 0 ? one : other).info("line {}", i);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> output.lines().size() == 20);
        assertThat(output.lines())
                .extracting(line -> line.substring(line.indexOf("line")).strip())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "line " + i).toList());
        assertThat(output.writes).isLessThan(20);
    }

    @Test
    void aWarningIsWrittenAtOnceWithWhatCameBeforeIt() {
        Logger logger = logger("one", buffered(pattern(PATTERN)));

        logger.info("before");
        logger.warn("now");

        assertThat(output.lines()).containsExactly("INFO  one before ", "WARN  one now ");
    }

    @Test
    void nothingIsLostAtAStopNorAfterIt() {
        BufferedConsole console = buffered(pattern(PATTERN));
        Logger logger = logger("one", console);

        logger.info("before");
        console.stop();
        assertThat(output.lines()).containsExactly("INFO  one before ");

        console.append(new Line(logger, 1));
        assertThat(output.lines()).hasSize(2);
    }

    @Test
    void manyWritersFillTheBufferAndNoLineIsLostOrTorn() throws InterruptedException {
        BufferedConsole console = buffered(pattern(PATTERN));
        Logger logger = logger("one", console);
        String text = "x".repeat(200);
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        logger.info("{} {} {}", writer, i, text);
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        console.stop();

        assertThat(output.lines()).hasSize(8_000).doesNotHaveDuplicates().allMatch(line -> line.endsWith(text + " "));
    }

    @Test
    void aLineLongerThanTheBufferIsWhole() {
        Logger logger = logger("one", buffered(pattern("%msg%n")));
        String text = "ä€😀".repeat(50_000);

        logger.error(text);

        assertThat(output.lines()).containsExactly(text);
    }

    @Test
    void theTextIsThatOfThePatternWithPairsOfAnyKind() {
        Logger plain = context.getLogger("plain");
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        PatternLayoutEncoder encoder = pattern("%-5level %-10.10logger %msg [%kvp] %kvp{SINGLE} %30kvp%n");
        Line line = new Line(plain, 7);
        plain.setAdditive(false);
        expected.writeBytes(encoder.encode(line));

        BufferedConsole console = buffered(encoder);
        console.append(line);
        console.stop();

        assertThat(output.toString(UTF_8))
                .isEqualTo(expected.toString(UTF_8))
                .contains("[text=\"a value\" number=\"7\"] text='a value' number='7'");
    }

    @Test
    void anExceptionIsPartOfTheLineAsUsual() {
        Logger logger = logger("one", buffered(pattern("%msg%n")));

        logger.error("broken", new IllegalStateException("of old age"));

        assertThat(output.toString(UTF_8)).contains("broken", "IllegalStateException: of old age", "\tat ");
    }

    @Test
    void jsonKeepsItsFormAndTheFieldsTheirTypes() {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        BufferedConsole console = buffered(encoder);

        console.append(new Line(context.getLogger("one"), 7));
        console.stop();

        assertThat(output.lines()).hasSize(1);
        assertThat(output.lines().getFirst())
                .contains("\"message\":\"a line\",\"text\":\"a value\",\"number\":7")
                .endsWith("}");
    }

    @Test
    void filtersOfTheConsoleStillFilter() {
        ConsoleAppender<ILoggingEvent> console = console(pattern(PATTERN));
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel("ERROR");
        filter.start();
        console.addFilter(filter);
        BufferedConsole buffered = new BufferedConsole(console);
        buffered.start();
        started.add(buffered);
        Logger logger = logger("one", buffered);

        logger.warn("left out");
        logger.error("let through");

        assertThat(output.lines()).containsExactly("ERROR one let through ");
    }

    private BufferedConsole buffered(Encoder<ILoggingEvent> encoder) {
        BufferedConsole buffered = new BufferedConsole(console(encoder));
        buffered.start();
        started.add(buffered);
        return buffered;
    }

    private ConsoleAppender<ILoggingEvent> console(Encoder<ILoggingEvent> encoder) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        console.setOutputStream(output);
        return console;
    }

    private PatternLayoutEncoder pattern(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    private Logger logger(String name, BufferedConsole console) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console);
        return context.getLogger(name);
    }

    private static final class Line extends FieldsEvent {
        private final int number;

        Line(Logger logger, int number) {
            super(logger, "a line");
            this.number = number;
        }

        @Override
        protected void writeTo(Fields fields) {
            fields.add("text", "a value");
            fields.add("number", number);
        }
    }

    /** What reached the console, and with how many writes. */
    private static final class Output extends ByteArrayOutputStream {
        private int writes;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            writes++;
            super.write(bytes, offset, length);
        }

        List<String> lines() {
            return toString(UTF_8).lines().toList();
        }
    }
}
