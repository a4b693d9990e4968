package io.igregulator.webhooks.stack.receiver;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the three {@code webhook-…} headers after the Standard Webhooks specification. */
final class StandardDialect {
    private static final String PREFIX = "whsec_";
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private static final Pattern SHAPE = Pattern.compile("v1,[A-Za-z0-9+/]{43}=(?: v1,[A-Za-z0-9+/]{43}=)*");
    private static final Pattern SIGNATURE = Pattern.compile("v1,(\\S+)");

    private StandardDialect() {}

    static DialectResult read(ReceivedRequest request, List<String> secrets) throws MalformedSignature {
        String id = header(request, "webhook-id");
        String timestamp = matching(TIMESTAMP, request, "webhook-timestamp");
        String header = matching(SHAPE, request, "webhook-signature");
        List<byte[]> keys = secrets.stream()
                .map(secret -> Base64.getDecoder().decode(secret.substring(PREFIX.length())))
                .toList();
        var signers = new ArrayList<Integer>();
        Matcher signature = SIGNATURE.matcher(header);
        while (signature.find()) {
            byte[] bytes = Base64.getDecoder().decode(signature.group(1));
            signers.add(Hmac.signer(bytes, id + "." + timestamp + ".", request.body(), keys));
        }
        return new DialectResult(Long.parseLong(timestamp), signers);
    }

    private static String matching(Pattern shape, ReceivedRequest request, String name) throws MalformedSignature {
        String value = header(request, name);
        if (!shape.matcher(value).matches()) {
            throw new MalformedSignature("malformed " + name);
        }
        return value;
    }

    private static String header(ReceivedRequest request, String name) throws MalformedSignature {
        return request.header(name).orElseThrow(() -> new MalformedSignature("no " + name));
    }
}
