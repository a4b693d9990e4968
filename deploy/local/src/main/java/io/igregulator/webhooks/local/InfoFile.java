package io.igregulator.webhooks.local;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.PrivateFile;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows scripts where everything is; exists only while everything runs. */
final class InfoFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    private InfoFile(Path file) {
        this.file = file;
    }

    static InfoFile write(Path file, Stack stack, List<LocalAccount> accounts) {
        var info = JSON.createObjectNode();
        addresses(info, stack);
        ports(info.putObject("ports"), stack);
        processes(info, stack);
        keys(info, stack, accounts);
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(info));
        return new InfoFile(file);
    }

    private static void addresses(ObjectNode info, Stack stack) {
        info.put("api_url", stack.apiUrl().toString());
        info.put("operator_url", stack.operatorUrl().toString());
        var workers = info.putArray("worker_urls");
        stack.workerUrls().forEach(url -> workers.add(url.toString()));
        info.put("receiver_url", stack.receiverUrl().toString());
        info.put("bootstrap_servers", stack.bootstrapServers());
        info.put("jdbc_url", stack.jdbcUrl());
        info.put("jdbc_user", PostgresServer.USER);
        info.put("jdbc_password", PostgresServer.PASSWORD);
    }

    private static void ports(ObjectNode ports, Stack stack) {
        ports.put("api", stack.ports().api());
        ports.put("operator", stack.ports().operator());
        ports.put("postgres", stack.ports().postgres());
        ports.put("kafka", stack.ports().kafka());
        ports.put("receiver", stack.ports().receiver());
        var workers = ports.putArray("workers");
        stack.ports().workers().forEach(workers::add);
    }

    private static void processes(ObjectNode info, Stack stack) {
        info.put("data_folder", stack.dataFolder().toString());
        var pids = info.putObject("pids").put("up", ProcessHandle.current().pid());
        stack.running().forEach(part -> pids.put(part.name(), part.pid()));
        var logs = info.putObject("logs");
        stack.running().forEach(part -> logs.put(part.name(), part.log().toString()));
    }

    private static void keys(ObjectNode info, Stack stack, List<LocalAccount> accounts) {
        info.put("operator_token", stack.secrets().operatorToken());
        info.put("api_key", accounts.getFirst().apiKey());
        var list = info.putArray("accounts");
        for (LocalAccount account : accounts) {
            list.addObject()
                    .put("id", account.id().toString())
                    .put("name", account.name())
                    .put("plan", account.plan())
                    .put("api_key", account.apiKey());
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete " + file + ".", e);
        }
    }
}
