package io.igregulator.webhooks.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeIT {
    @TempDir
    Path folder;

    @Test
    void everyDeliveryOfTheFixedSetArrivesSignedAsItMust() throws Exception {
        var up = UpProcess.start(folder.resolve("printed"), "--smoke");
        try {
            assertThat(up.process().waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(up.process().exitValue()).as(up.printed()).isZero();
            assertThat(up.printed()).contains("Smoke run passed");
        } finally {
            up.process().destroy();
            up.process().waitFor(1, TimeUnit.MINUTES);
        }
    }
}
