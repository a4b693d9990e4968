package io.igregulator.webhooks.api.console;

import java.nio.charset.StandardCharsets;

/** Lays JSON out for reading and changes no token of it: numbers, escapes and order stay as they are. */
final class PrettyJson {
    private static final String INDENT = "  ";

    private final String text;
    private final StringBuilder laidOut = new StringBuilder();
    private int depth;

    private PrettyJson(String text) {
        this.text = text;
    }

    /** @param json valid */
    static String of(byte[] json) {
        return new PrettyJson(new String(json, StandardCharsets.UTF_8)).layOut();
    }

    private String layOut() {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {}
                case '"' -> at = string(at);
                case '{', '[' -> at = open(at, c);
                case '}', ']' -> close(c);
                case ',' -> newLine(",");
                case ':' -> laidOut.append(": ");
                default -> laidOut.append(c);
            }
        }
        return laidOut.toString();
    }

    /** @return the place of its closing quote */
    private int string(int from) {
        int end = from + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        laidOut.append(text, from, end + 1);
        return end;
    }

    /** An empty object stays on its line. */
    private int open(int from, char c) {
        int next = from + 1;
        while (Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        laidOut.append(c);
        if (text.charAt(next) == '}' || text.charAt(next) == ']') {
            laidOut.append(text.charAt(next));
            return next;
        }
        depth++;
        newLine("");
        return from;
    }

    private void close(char c) {
        depth--;
        newLine("");
        laidOut.append(c);
    }

    private void newLine(String before) {
        laidOut.append(before).append('\n').append(INDENT.repeat(depth));
    }
}
