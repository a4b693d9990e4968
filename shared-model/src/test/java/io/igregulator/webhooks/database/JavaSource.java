package io.igregulator.webhooks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A class of the main code of some module, as text. */
record JavaSource(String name, String text) {
    private static final Path ROOT = Path.of("src/main/java");

    private static final String BLOCK = "\"\"\"";

    /** Strings and text blocks. Comments and characters are matched too, so that a quote in them opens nothing. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.[^']*)'|//[^\\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    static List<JavaSource> of(String module) {
        Path root = Path.of("..").resolve(module).resolve(ROOT);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean imports(JavaSource other) {
        return text.contains("import " + other.name + ";");
    }

    /** The contents of its strings and text blocks, each run of white space as one space. */
    List<String> literals() {
        return TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("\""))
                .map(literal -> literal.replaceAll("\\s+", " "))
                .map(JavaSource::content)
                .toList();
    }

    private static String content(String literal) {
        int quotes = literal.startsWith(BLOCK) ? BLOCK.length() : 1;
        return literal.substring(quotes, literal.length() - quotes);
    }

    private static JavaSource read(Path root, Path file) {
        String path = root.relativize(file).toString();
        try {
            return new JavaSource(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
