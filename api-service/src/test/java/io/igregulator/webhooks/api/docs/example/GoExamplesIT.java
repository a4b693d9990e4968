package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GoExamplesIT {
    /** Exactly the modules of the committed sums, whatever else is set on the machine. */
    private static final Map<String, String> SETTINGS =
            Map.of("GOFLAGS", "-mod=readonly -buildvcs=false", "GOWORK", "off", "GOTOOLCHAIN", "local");

    @Test
    void plainCodeGivesEveryVerdict() {
        Vectors vectors = Vectors.published();

        assertThat(build("go/plain").verdicts("./check", vectors.file().toString()))
                .isEqualTo(vectors.expected("plain"));
    }

    @Test
    void thePackagesGiveEveryVerdict() {
        Workshop go = build("go/stock");
        Vectors vectors = Vectors.present();

        assertThat(go.verdicts("./check", "stripe", vectors.file().toString())).isEqualTo(vectors.expected("stripe"));
        assertThat(go.verdicts("./check", "standard", vectors.file().toString()))
                .isEqualTo(vectors.expected("standard_webhooks"));
    }

    private static Workshop build(String folder) {
        Workshop go = Workshop.open(folder, "go", "version").with(SETTINGS);
        go.orSkip("the modules cannot be fetched", "go", "mod", "download");
        Workshop.Result built = go.run("go", "build", "-o", "check", ".");
        assertThat(built.exit()).as(built.errors()).isZero();
        return go;
    }
}
