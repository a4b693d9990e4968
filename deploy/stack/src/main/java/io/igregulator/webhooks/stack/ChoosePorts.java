package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds ports that are free now, all different: the ones asked for, else those of the last run, else any. */
final class ChoosePorts implements AutoCloseable {
    // Held open until the last port is found, so that none is handed out twice.
    private final List<ServerSocket> held = new ArrayList<>();

    private ChoosePorts() {}

    /** @throws CommandFailure if a port that was asked for is taken */
    static Ports choose(DataFolder folder, PortWishes wishes, int workers) {
        List<Integer> wanted = wishes.inOrder(workers);
        List<Integer> last = PortMemory.read(folder);
        try (var ports = new ChoosePorts()) {
            List<Integer> chosen = ports.choose(wanted, last);
            PortMemory.write(folder, chosen);
            return Ports.of(chosen);
        }
    }

    private List<Integer> choose(List<Integer> wanted, List<Integer> last) {
        var chosen = new ArrayList<Integer>();
        for (int port : wanted) {
            chosen.add(port == 0 ? 0 : hold(port).orElseThrow(() -> taken(port)));
        }
        for (int i = 0; i < chosen.size(); i++) {
            int before = i < last.size() ? last.get(i) : 0;
            if (chosen.get(i) == 0) {
                chosen.set(i, hold(before).or(() -> hold(0)).orElseThrow(() -> taken(0)));
            }
        }
        return chosen;
    }

    private Optional<Integer> hold(int port) {
        try {
            var socket = new ServerSocket();
            held.add(socket);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), port));
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static CommandFailure taken(int port) {
        return new CommandFailure(
                port == 0
                        ? "No port is free on " + Ports.HOST + "."
                        : "Port " + port + " on " + Ports.HOST + " is already taken: free it or choose another one.");
    }

    @Override
    public void close() {
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new CommandFailure("Cannot release port " + socket.getLocalPort() + ".", e);
            }
        }
    }
}
