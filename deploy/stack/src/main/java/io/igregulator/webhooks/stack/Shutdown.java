package io.igregulator.webhooks.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what was opened, last first and once, however the program ends: by itself, by Ctrl-C or by a failure. */
public final class Shutdown {
    private final Console console;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean begun;

    public Shutdown(Console console) {
        this.console = console;
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
    }

    public void add(AutoCloseable resource) {
        synchronized (opened) {
            if (!begun) {
                opened.push(resource);
                return;
            }
        }
        close(resource);
    }

    public boolean begun() {
        synchronized (opened) {
            return begun;
        }
    }

    /** Waits for one that is already under way. */
    public synchronized void run() {
        if (begin()) {
            console.say("Stopping.");
        }
        for (var resource = next(); resource != null; resource = next()) {
            close(resource);
        }
    }

    private boolean begin() {
        synchronized (opened) {
            boolean first = !begun && !opened.isEmpty();
            begun = true;
            return first;
        }
    }

    private @Nullable AutoCloseable next() {
        synchronized (opened) {
            return opened.poll();
        }
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            console.say("Not stopped cleanly: " + e.getMessage());
        }
    }
}
