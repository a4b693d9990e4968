import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;

/** Verifies X-iGregulator-Signature with com.stripe:stripe-java. */
public final class VerifyWithStripe {
    private static final long TOLERANCE_SECONDS = 300;

    /** verifyHeader, not constructEvent: the body is our envelope and no Stripe event. */
    public static boolean verify(String secret, String header, byte[] body) {
        try {
            return Webhook.Signature.verifyHeader(
                    new String(body, StandardCharsets.UTF_8), header, secret, TOLERANCE_SECONDS);
        } catch (SignatureVerificationException | NumberFormatException e) { // the latter for t=text
            return false;
        }
    }
}
