import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies X-iGregulator-Signature with nothing but the JDK, 17 or newer. To try it by hand:
 * java VerifyDelivery.java "$SECRET" "$HEADER" < body
 */
public final class VerifyDelivery {
    private static final long TOLERANCE_SECONDS = 300;

    /**
     * @param secret whole, whsec_ included
     * @param header value of X-iGregulator-Signature: t=seconds,v1=hex[,v1=hex...]
     * @param body   the bytes as received, before any parser
     */
    public static boolean verify(String secret, String header, byte[] body, Instant now)
            throws GeneralSecurityException {
        String[] parts = header.split(",");
        String timestamp = timestamp(parts);
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = now.getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > TOLERANCE_SECONDS) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        mac.update((timestamp + ".").getBytes(UTF_8));
        String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        for (String part : parts) { // one v1 for each secret that is still valid: any of them will do
            // isEqual takes the same time wherever the first difference is
            if (MessageDigest.isEqual(expected.getBytes(UTF_8), part.getBytes(UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static String timestamp(String[] parts) {
        for (String part : parts) {
            if (part.startsWith("t=")) {
                return part.substring(2);
            }
        }
        return "";
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        boolean genuine = verify(arguments[0], arguments[1], System.in.readAllBytes(), Instant.now());
        System.out.println(genuine ? "accepted" : "refused");
    }
}
