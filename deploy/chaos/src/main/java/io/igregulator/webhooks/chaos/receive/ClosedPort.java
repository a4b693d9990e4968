package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that refuses connections and that no other process gets: bound, but without a listener. */
final class ClosedPort {
    private final Socket holder;

    private ClosedPort(Socket holder) {
        this.holder = holder;
    }

    static ClosedPort take() {
        try {
            var holder = new Socket();
            holder.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return new ClosedPort(holder);
        } catch (IOException e) {
            throw new CommandFailure("No port is free.", e);
        }
    }

    int number() {
        return holder.getLocalPort();
    }

    void release() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new CommandFailure("A port cannot be released.", e);
        }
    }
}
