package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.benchmark.measure.Window;
import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How long half of the claims of due deliveries took, from PostgreSQL's own log of statements: the worker is left as it is. A
 * claim is a transaction that begins by locking due endpoints.
 */
public final class ClaimTimes {
    private static final Pattern LINE =
            Pattern.compile("(\\S+) (\\S+) UTC \\[(\\d+)] .*duration: ([0-9.]+) ms  (?:parse|bind|execute) .*");
    private static final String BEGINS = "SKIP LOCKED";
    private static final String DUE = "next_due_at <=";

    private ClaimTimes() {}

    /** To be called before the worker connects. */
    public static void logStatements(Database database) {
        database.execute("ALTER SYSTEM SET log_timezone = 'UTC'");
        database.execute("ALTER SYSTEM SET log_line_prefix = '%m [%p] '");
        database.execute("ALTER SYSTEM SET log_parameter_max_length = 0");
        // Of each second transaction all, which halves what logging costs.
        database.execute("ALTER SYSTEM SET log_transaction_sample_rate = 0.5");
        database.execute("SELECT pg_reload_conf()");
    }

    /** Milliseconds, one entry a claim that ended within the window. */
    public static List<Double> read(Path log, Window window) {
        try {
            return of(Files.readString(log, StandardCharsets.UTF_8), window);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read PostgreSQL's log.", e);
        }
    }

    static List<Double> of(String log, Window window) {
        var open = new HashMap<String, Double>();
        var claims = new ArrayList<Double>();
        for (String entry : log.split("\n(?=\\d{4}-\\d\\d-\\d\\d )", -1)) {
            var line = LINE.matcher(entry.lines().findFirst().orElse(""));
            if (!line.matches()) {
                continue;
            }
            String process = line.group(3);
            double millis = Double.parseDouble(line.group(4));
            if (entry.contains(BEGINS) && entry.contains(DUE)) {
                open.merge(process, millis, Double::sum);
            } else if (open.containsKey(process)) {
                if (entry.contains("COMMIT")) {
                    double claim = open.remove(process) + millis;
                    if (window.contains(nanos(line.group(1), line.group(2)))) {
                        claims.add(claim);
                    }
                } else {
                    open.merge(process, millis, Double::sum);
                }
            }
        }
        return claims;
    }

    private static long nanos(String date, String time) {
        return TimeUnit.MILLISECONDS.toNanos(
                Instant.parse(date + "T" + time + "Z").toEpochMilli());
    }
}
