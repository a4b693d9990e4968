package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.client.LocalAccount;
import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.PrivateFile;
import io.igregulator.webhooks.local.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells scripts where everything is; there only while everything runs. */
final class InfoFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    private InfoFile(Path file) {
        this.file = file;
    }

    static InfoFile write(Path file, RunningStack stack, List<LocalAccount> accounts) {
        var info = JSON.createObjectNode();
        addresses(info, stack);
        ports(info.putObject("ports"), stack);
        processes(info, stack);
        keys(info, stack, accounts);
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(info));
        return new InfoFile(file);
    }

    private static void addresses(ObjectNode info, RunningStack stack) {
        info.put("api_url", stack.apiUrl().toString());
        info.put("operator_url", stack.operatorUrl().toString());
        var workers = info.putArray("worker_urls");
        stack.workerUrls().forEach(url -> workers.add(url.toString()));
        info.put("receiver_url", stack.receiverUrl().toString());
        info.put("bootstrap_servers", stack.bootstrapServers());
        info.put("jdbc_url", stack.jdbcUrl());
        info.put("jdbc_user", stack.jdbcUser());
        info.put("jdbc_password", stack.jdbcPassword());
    }

    private static void ports(ObjectNode ports, RunningStack stack) {
        ports.put("api", stack.ports().api());
        ports.put("operator", stack.ports().operator());
        ports.put("postgres", stack.ports().postgres());
        ports.put("kafka", stack.ports().kafka());
        ports.put("receiver", stack.ports().receiver());
        var workers = ports.putArray("workers");
        stack.ports().workers().forEach(workers::add);
    }

    private static void processes(ObjectNode info, RunningStack stack) {
        info.put("data_folder", stack.dataFolder().toString());
        var pids = info.putObject("pids").put("up", ProcessHandle.current().pid());
        stack.processes().forEach(pids::put);
        var logs = info.putObject("logs");
        stack.logs().forEach((name, log) -> logs.put(name, log.toString()));
    }

    private static void keys(ObjectNode info, RunningStack stack, List<LocalAccount> accounts) {
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
            throw new LocalFailure("Cannot delete " + file + ".", e);
        }
    }
}
