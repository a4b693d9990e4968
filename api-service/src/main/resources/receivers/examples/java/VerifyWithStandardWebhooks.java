import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Verifies webhook-id, webhook-timestamp and webhook-signature with com.standardwebhooks:standardwebhooks. */
public final class VerifyWithStandardWebhooks {
    /** @param headers the request's headers, names in lower case */
    public static boolean verify(String secret, Map<String, List<String>> headers, byte[] body)
            throws EmptyWebhookSecretException {
        try {
            new Webhook(secret).verify(new String(body, StandardCharsets.UTF_8), headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
