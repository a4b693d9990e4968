package io.igregulator.webhooks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoosePortsIT {
    @TempDir
    Path parent;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(parent.resolve("data"));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void findsADifferentPortForEachPart() {
        var ports = ChoosePorts.choose(folder, PortWishes.ANY, 3);

        assertThat(ports.workers()).hasSize(3).doesNotHaveDuplicates();
        assertThat(ports.workers())
                .doesNotContain(
                        ports.api(), ports.operator(), ports.postgres(), ports.kafka(), ports.kafkaController());
    }

    @Test
    void takesThePortsOfTheLastRunAgain() {
        var first = ChoosePorts.choose(folder, PortWishes.ANY, 1);

        assertThat(ChoosePorts.choose(folder, PortWishes.ANY, 1)).isEqualTo(first);
    }

    @Test
    void goesElsewhereWhenOneOfTheLastRunIsTaken() throws Exception {
        var first = ChoosePorts.choose(folder, PortWishes.ANY, 1);
        try (var _ = new ServerSocket(first.api(), 1, InetAddress.ofLiteral(Ports.HOST))) {
            var second = ChoosePorts.choose(folder, PortWishes.ANY, 1);

            assertThat(second.api()).isNotEqualTo(first.api());
            assertThat(second.postgres()).isEqualTo(first.postgres());
        }
    }

    @Test
    void saysInOneLineWhichWantedPortIsTaken() throws Exception {
        try (var squatter = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST))) {
            int taken = squatter.getLocalPort();

            assertThatThrownBy(() -> ChoosePorts.choose(folder, new PortWishes(0, 0, 0, 0, taken, 0), 1))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("Port " + taken + " on 127.0.0.1 is already taken: free it or choose another one.");
        }
    }
}
