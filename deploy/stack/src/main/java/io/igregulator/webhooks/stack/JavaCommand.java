package io.igregulator.webhooks.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the child JVMs. */
public final class JavaCommand {
    /** For throughput on two cores: of the collectors, it stops short-lived work for the least time in all. */
    public static final List<String> FULL = List.of("-XX:+UseParallelGC");

    /** Quick to start, since all share one developer's machine. */
    static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    // Ctrl-C reaches the whole process group; the launcher alone decides who stops when. The pid stays the same.
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private JavaCommand() {}

    static List<String> ofJar(Path jar, String heap, List<String> jvm, AotCache aot) {
        var command = start(heap, jvm);
        command.addAll(aot.options(jar));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** A main class from this program's own class path. */
    public static List<String> ofMain(Class<?> main, String heap, List<String> jvm, List<String> arguments) {
        var command = start(heap, jvm);
        String classPath = System.getProperty("java.class.path");
        boolean packaged = classPath.endsWith("-exec.jar");
        if (packaged) {
            command.add("-Dloader.main=" + main.getName());
        }
        command.addAll(List.of("-cp", classPath));
        command.add(packaged ? "org.springframework.boot.loader.launch.PropertiesLauncher" : main.getName());
        command.addAll(arguments);
        return command;
    }

    private static List<String> start(String heap, List<String> jvm) {
        var command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        // A thread that met the error may have dropped what it held; only a new process takes that up again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(jvm);
        return command;
    }
}
