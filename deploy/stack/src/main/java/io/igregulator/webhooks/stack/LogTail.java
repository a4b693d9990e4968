package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Makes one sentence, and the last lines of a log, out of a child's failure. */
final class LogTail {
    private static final int LINES = 15;
    private static final int WIDTH = 240;
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ )");

    private LogTail() {}

    static CommandFailure explain(String name, String what, Path log) {
        List<String> lines = lines(log);
        if (lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
            return new CommandFailure(name + " " + what + ": the disk of " + log + " is full.");
        }
        List<String> readable =
                lines.stream().filter(line -> !STACK_FRAME.matcher(line).find()).toList();
        List<String> tail = readable.subList(Math.max(0, readable.size() - LINES), readable.size());
        return new CommandFailure(name + " " + what + "; the end of " + log + ":"
                + String.join(
                        "", tail.stream().map(line -> "\n  | " + cut(line)).toList()));
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of("(unreadable: " + Reason.of(e) + ")");
        }
    }
}
