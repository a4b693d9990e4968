package io.igregulator.webhooks.worker.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.util.ReentryGuard;
import ch.qos.logback.core.util.ReentryGuardFactory;
import ch.qos.logback.core.util.ReentryGuardFactory.GuardType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a console appender, in the same form, many with one system call. A line reaches the console when
 * the buffer is full, at once with a warning or an error, and otherwise within 100 ms; a full buffer makes its writer
 * wait, and nothing is dropped. All loggers share the buffer, so their lines stay in order.
 */
final class BufferedConsole extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final long LATEST_NANOS = 100_000_000;

    private final Encoder<ILoggingEvent> encoder;
    private final @Nullable PatternLine pattern;
    private final StringBuilder line = new StringBuilder(1024);
    private final ConsoleBuffer buffer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread flusher =
            Thread.ofPlatform().daemon().name("console-flush").unstarted(this::flushRegularly);
    private boolean flusherWaits;

    BufferedConsole(ConsoleAppender<ILoggingEvent> console) {
        this.encoder = console.getEncoder();
        this.pattern = pattern(encoder);
        this.buffer = new ConsoleBuffer(console.getOutputStream(), charset(encoder));
        setContext(console.getContext());
        setName(console.getName());
        console.getCopyOfAttachedFiltersList().forEach(this::addFilter);
    }

    @Override
    public void start() {
        super.start();
        flusher.start();
    }

    @Override
    public void stop() {
        super.stop();
        LockSupport.unpark(flusher);
        flush();
    }

    /** Nothing in here logs; the usual guard would cost every virtual thread a map of thread locals. */
    @Override
    protected ReentryGuard buildReentryGuard() {
        return ReentryGuardFactory.makeGuard(GuardType.NOP);
    }

    @Override
    protected void append(ILoggingEvent event) {
        // A pattern's line is made in the shared builder, which is cheap; other encoders work before the lock is held.
        byte[] encoded = pattern == null ? encoder.encode(event) : null;
        lock.lock();
        try {
            if (encoded == null) {
                line.setLength(0);
                Objects.requireNonNull(pattern).write(event, line);
                buffer.put(line);
            } else {
                buffer.put(encoded);
            }
            // A line that was on its way while the worker stopped is not flushed by any later one.
            if (!isStarted() || event.getLevel().isGreaterOrEqual(Level.WARN)) {
                buffer.flush();
            } else if (flusherWaits) {
                flusherWaits = false;
                LockSupport.unpark(flusher);
            }
        } catch (IOException e) {
            addError("the console cannot be written to", e);
        } finally {
            lock.unlock();
        }
    }

    private void flushRegularly() {
        while (isStarted()) {
            if (waitsForLines()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(LATEST_NANOS);
                flush();
            }
        }
    }

    private boolean waitsForLines() {
        lock.lock();
        try {
            flusherWaits = buffer.isEmpty();
            return flusherWaits;
        } finally {
            lock.unlock();
        }
    }

    private void flush() {
        lock.lock();
        try {
            buffer.flush();
        } catch (IOException e) {
            addError("the console cannot be written to", e);
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable PatternLine pattern(Encoder<ILoggingEvent> encoder) {
        return encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping
                        && wrapping.getLayout() instanceof PatternLayout layout
                ? PatternLine.of(layout)
                : null;
    }

    private static Charset charset(Encoder<ILoggingEvent> encoder) {
        Charset charset =
                encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping ? wrapping.getCharset() : null;
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }
}
