package io.igregulator.webhooks.worker.hostile;

import java.io.IOException;

/** What a {@link HostileReceiver} does with one connection, which is closed when it ends. */
@FunctionalInterface
interface Behaviour {
    void serve(HostileConnection connection) throws IOException;

    /** The same answer to every request of a connection. */
    static Behaviour answering(String response) {
        return connection -> {
            while (true) {
                connection.readRequest();
                connection.write(response);
            }
        };
    }
}
