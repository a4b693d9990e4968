package io.igregulator.webhooks.database;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that a migration executes, without comments, texts and the bodies of functions, which run later. */
final class SqlStatements {
    private static final Pattern OPAQUE =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(\\w*)\\$(.*?)\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("(?i)\\bAS\\s*$");

    private SqlStatements() {}

    static List<String> of(String sql) {
        return Arrays.stream(bare(sql).split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String bare(String sql) {
        StringBuilder bare = new StringBuilder();
        Matcher opaque = OPAQUE.matcher(sql);
        while (opaque.find()) {
            opaque.appendReplacement(bare, "");
            bare.append(visible(opaque, bare));
        }
        opaque.appendTail(bare);
        return bare.toString();
    }

    /** The block of a DO runs at once. */
    private static String visible(Matcher opaque, CharSequence before) {
        String text = opaque.group();
        if (text.startsWith("'")) {
            return "'text'";
        }
        if (!text.startsWith("$")) {
            return " ";
        }
        return FUNCTION.matcher(before).find() ? "'text'" : bare(opaque.group(2));
    }
}
