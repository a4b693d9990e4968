package io.igregulator.webhooks.local;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.local.demo.Demonstration;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Stack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is where, and what to try next: each command works as it is printed. */
final class Welcome {
    private final Stack stack;
    private final Demonstration demonstration;
    private final DataFolder folder;

    Welcome(Stack stack, Demonstration demonstration, DataFolder folder) {
        this.stack = stack;
        this.demonstration = demonstration;
        this.folder = folder;
    }

    List<String> lines() {
        var account = demonstration.accounts().getFirst();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(addresses());
        lines.add(line("api key", account.apiKey() + "  (" + account.name() + ", plan " + account.plan() + ")"));
        lines.add(line("operator's token", stack.secrets().operatorToken()));
        lines.add("");
        lines.add("Try next:");
        commands(account.apiKey()).forEach(command -> lines.add("  " + command));
        lines.add("");
        lines.add("For deploy/local/WALKTHROUGH.md, in another terminal:  . " + folder.file(ShellVariables.NAME));
        lines.add("Ctrl-C stops everything.");
        lines.add("");
        return lines;
    }

    private List<String> addresses() {
        var lines = new ArrayList<String>();
        lines.add(line("public API", stack.apiUrl().toString()));
        lines.add(line("operator's API", stack.operatorUrl().toString()));
        for (URI worker : stack.workerUrls()) {
            lines.add(line("delivery worker", worker + "/actuator/prometheus"));
        }
        lines.add(line("receiver", stack.receiverUrl() + "/hooks/<any name>"));
        lines.add(line("Kafka", stack.bootstrapServers()));
        lines.add(line("PostgreSQL", stack.jdbcUrl() + "?user=" + PostgresServer.USER));
        return lines;
    }

    private List<String> commands(String key) {
        String curl = "curl -s -H 'Authorization: Bearer " + key + "' ";
        String webhooks = stack.apiUrl() + "/v1/webhooks";
        var body = "{\"url\": \"" + stack.receiverUrl()
                + "/hooks/mine\", \"events\": [\"license.status_changed\"], \"watchlist_only\": false}";
        String third = demonstration
                .someEndpoint()
                .map(endpoint -> curl + "-X POST " + webhooks + "/" + endpoint + "/test")
                .orElse("curl -s " + stack.workerUrls().getFirst() + "/actuator/health/readiness");
        return List.of(
                curl + webhooks, curl + "-H 'Content-Type: application/json' -d '" + body + "' " + webhooks, third);
    }

    private static String line(String what, String where) {
        return String.format(Locale.ROOT, "  %-18s %s", what, where);
    }
}
