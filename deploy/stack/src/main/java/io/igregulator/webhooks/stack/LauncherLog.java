package io.igregulator.webhooks.stack;

/** Sends what the libraries in this process log to a file: the console is for the person. */
public final class LauncherLog {
    private LauncherLog() {}

    /** Before the first logger is made; see {@code logback.xml}. */
    public static void writeTo(DataFolder folder) {
        System.setProperty("webhooks.log", folder.logs().resolve("launcher.log").toString());
    }
}
