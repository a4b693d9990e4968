package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data folder's services must be given again at every start.
 *
 * @param encryptionKey base64 of the 32 bytes that seal signing secrets at rest
 * @param operatorToken opens the operator's API
 */
public record StackSecrets(String encryptionKey, String operatorToken) {
    /** What the services call the encryption key. */
    public static final String KEY_ID = "local";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads the folder's own, or makes them at its first start. */
    static StackSecrets of(DataFolder folder) {
        Path file = folder.file("secrets.json");
        if (Files.exists(file)) {
            return read(file);
        }
        var made = new StackSecrets(
                Base64.getEncoder().encodeToString(randomBytes(32)),
                "op_" + HexFormat.of().formatHex(randomBytes(24)));
        PrivateFile.write(
                file,
                JSON.writeValueAsBytes(JSON.createObjectNode()
                        .put("encryption_key", made.encryptionKey)
                        .put("operator_token", made.operatorToken)));
        return made;
    }

    private static StackSecrets read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return new StackSecrets(
                    json.required("encryption_key").asString(),
                    json.required("operator_token").asString());
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + Reason.of(e) + ".", e);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "StackSecrets[***]";
    }
}
