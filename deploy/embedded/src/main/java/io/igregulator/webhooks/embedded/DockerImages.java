package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** The images to run, and whether an engine has them already: tests never download any. */
record DockerImages(String postgres, String kafka) {

    static DockerImages configured() {
        return new DockerImages(
                System.getProperty("webhooks.image.postgres", "postgres:18"),
                System.getProperty("webhooks.image.kafka", "apache/kafka:4.2.2"));
    }

    // The client asks in a fraction of a second and prints nothing here; Testcontainers' own probe does neither.
    boolean present() {
        try {
            Process inspect = new ProcessBuilder("docker", "image", "inspect", postgres, kafka)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (inspect.waitFor(3, TimeUnit.SECONDS)) {
                return inspect.exitValue() == 0;
            }
            inspect.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return postgres + " and " + kafka;
    }
}
