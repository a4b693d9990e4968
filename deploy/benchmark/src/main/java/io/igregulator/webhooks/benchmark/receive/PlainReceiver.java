package io.igregulator.webhooks.benchmark.receive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Plain HTTP on one thread for all connections. */
final class PlainReceiver implements Runnable {
    private static final int BACKLOG = 4_096;

    private final Selector selector;
    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private final ArrivalLog log;
    private final Responses responses;
    private final boolean closing;
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>();
    private final Map<Integer, Integer> underWay = new HashMap<>();

    private record Delayed(long due, PlainConnection connection, int endpoint, int status)
            implements Comparable<Delayed> {
        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, other.due);
        }
    }

    PlainReceiver(int routes, boolean closing, ArrivalLog log) throws IOException {
        this.selector = Selector.open();
        this.log = log;
        this.responses = new Responses(closing);
        this.closing = closing;
        for (int i = 0; i < routes; i++) {
            var server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            servers.add(server);
        }
    }

    List<Integer> ports() {
        return servers.stream().map(server -> server.socket().getLocalPort()).toList();
    }

    @Override
    public void run() {
        try {
            while (true) {
                selector.select(this::serve, waitMillis());
                answerDelayed();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the receiver broke", e);
        }
    }

    private long waitMillis() {
        var first = delayed.peek();
        if (first == null) {
            return 0;
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(first.due - System.nanoTime()));
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel());
            } else if (key.attachment() instanceof PlainConnection connection && !connection.serve()) {
                connection.close();
            }
        } catch (IOException e) {
            key.cancel();
            close(key);
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        var channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new PlainConnection(channel, this));
        }
    }

    /** Whether the connection stays. */
    boolean received(PlainConnection connection, HttpRequest request, byte[] buffer, int length) throws IOException {
        var answer = Answer.to(request, delayed.isEmpty() ? 0 : underWay.getOrDefault(request.endpoint(), 0));
        log.add(request, answer, buffer, length);
        if (answer.never()) {
            return true;
        }
        if (answer.afterMillis() > 0) {
            long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answer.afterMillis());
            delayed.add(new Delayed(due, connection, request.endpoint(), answer.status()));
            underWay.merge(request.endpoint(), 1, Integer::sum);
            return true;
        }
        connection.write(responses.of(answer.status()));
        return !closing;
    }

    private void answerDelayed() {
        for (var first = delayed.peek(); first != null && first.due <= System.nanoTime(); first = delayed.peek()) {
            delayed.remove();
            underWay.merge(first.endpoint, -1, Integer::sum);
            try {
                first.connection.write(responses.of(first.status));
            } catch (IOException e) {
                first.connection.close();
            }
        }
    }

    private static void close(SelectionKey key) {
        if (key.attachment() instanceof PlainConnection connection) {
            connection.close();
        }
    }
}
