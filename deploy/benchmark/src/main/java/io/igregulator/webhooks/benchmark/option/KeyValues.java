package io.igregulator.webhooks.benchmark.option;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.command.CommandLine;
import java.util.HashMap;
import java.util.Map;

/** An option of the form {@code KEY=VALUE} that may be given again and again. */
public final class KeyValues {
    private KeyValues() {}

    /**
     * @param example of a setting, for the message
     * @throws CommandFailure if one of them is not understood
     */
    public static Map<String, Object> of(CommandLine line, String option, String example) {
        var settings = new HashMap<String, Object>();
        for (String setting : line.all(option)) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(option + " takes a setting such as " + example + ".");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return Map.copyOf(settings);
    }

    /** Settings of a worker. */
    public static Map<String, Object> ofWorker(CommandLine line, String option) {
        return of(line, option, "webhooks.outcomes.max-batch=1000");
    }

    /** Keys of a scenario's file. */
    public static Map<String, Object> ofScenario(CommandLine line) {
        return of(line, "--set", "warm_up_seconds=20");
    }
}
