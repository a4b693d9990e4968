package io.igregulator.webhooks.http;

import static io.igregulator.webhooks.http.ReceivedBytes.check;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Status line and fields of one response (RFC 9112, sections 4 to 6), of which only those are kept that matter here. What is
 * ambiguous is refused, since two readers of an ambiguous response disagree about where it ends.
 */
final class ResponseHead {
    private static final int MAX_FIELDS = 100;

    /** Of all heads of a response, interim ones included. */
    private static final long MAX_BYTES = 64 * 1024;

    private static final int STATUS_LINE = "HTTP/1.1 200".length();
    private static final int VERSION = "HTTP/1.".length();
    private static final int FIRST_STATUS = 100;

    /** As a {@link #contentLength}. */
    static final long UNKNOWN = -1;

    private final ReceivedBytes in;
    private int status;
    private boolean persistent;
    private long contentLength = UNKNOWN;
    private boolean chunked;
    private @Nullable String retryAfter;

    /** Whether a folded line would continue a field that is read here, or no field at all. */
    private boolean known = true;

    private ResponseHead(ReceivedBytes in) {
        this.in = in;
    }

    static ResponseHead read(ReceivedBytes in) throws IOException {
        ResponseHead head = new ResponseHead(in);
        in.nextLine();
        head.statusLine();
        head.fields(MAX_BYTES);
        return head;
    }

    /**
     * The trailer section of a chunked body. It is held to the rules of a head, and nothing in it matters.
     *
     * @param end of the response's bytes at the latest
     */
    static void skipTrailers(ReceivedBytes in, long end) throws IOException {
        new ResponseHead(in).fields(end);
    }

    private void fields(long end) throws IOException {
        in.nextLine();
        for (int fields = 0; in.lineLength() > 0; fields++) {
            check(fields < MAX_FIELDS && in.received() <= end, "too many fields");
            field();
            in.nextLine();
        }
    }

    int status() {
        return status;
    }

    boolean interim() {
        return status < 200;
    }

    /** Whether a body is ruled out, whatever the fields say (RFC 9110, sections 15.3.5 and 15.4.5). */
    boolean bodiless() {
        return status == 204 || status == 304;
    }

    boolean chunked() {
        return chunked;
    }

    long contentLength() {
        return contentLength;
    }

    /** Whether the receiver keeps the connection, as far as the head says. */
    boolean persistent() {
        return persistent;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    private void statusLine() throws IOException {
        boolean http = in.lineLength() >= STATUS_LINE
                && in.lineStartsWith("HTTP/1.")
                && digit(VERSION) >= 0
                && in.inLine(VERSION + 1) == ' '
                && (in.lineLength() == STATUS_LINE || in.inLine(STATUS_LINE) == ' ');
        check(http, "not a status line of HTTP/1");
        int hundreds = digit(STATUS_LINE - 3);
        int tens = digit(STATUS_LINE - 2);
        int ones = digit(STATUS_LINE - 1);
        check(hundreds >= 0 && tens >= 0 && ones >= 0, "a status is three digits");
        status = 100 * hundreds + 10 * tens + ones;
        check(status >= FIRST_STATUS, "a status begins at 100");
        // HTTP/1.0 closes unless asked to, and may mean something else by its fields.
        persistent = digit(VERSION) >= 1;
    }

    private int digit(int index) {
        return Character.digit(in.inLine(index), 10);
    }

    private void field() throws IOException {
        if (in.inLine(0) == ' ' || in.inLine(0) == '\t') {
            check(!known, "a field is folded");
            return;
        }
        int colon = colon();
        known = true;
        switch (colon) {
            case 10 -> connection(colon);
            case 11 -> retryAfter(colon);
            case 14 -> contentLength(colon);
            case 17 -> transferEncoding(colon);
            default -> known = false;
        }
    }

    /** Where the name ends, which is a token right before the colon (RFC 9112, section 5.1). */
    private int colon() throws IOException {
        int length = in.lineLength();
        int at = 0;
        while (at < length && in.inLine(at) != ':') {
            check(isToken(in.inLine(at)), "a field's name is not a token");
            at++;
        }
        check(at > 0 && at < length, "a field has no name");
        return at;
    }

    private static boolean isToken(byte c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private void connection(int colon) {
        if (isNamed("connection") && hasToken(value(colon), "close")) {
            persistent = false;
        }
    }

    private static boolean hasToken(String value, String token) {
        for (String element : value.split(",", -1)) {
            if (element.strip().equalsIgnoreCase(token)) {
                return true;
            }
        }
        return false;
    }

    private void retryAfter(int colon) {
        if (retryAfter == null && isNamed("retry-after")) {
            retryAfter = value(colon);
        }
    }

    /** Any number of equal values are one (RFC 9112, section 6.3). */
    private void contentLength(int colon) throws IOException {
        if (isNamed("content-length")) {
            for (String element : value(colon).split(",", -1)) {
                long length = length(element.strip());
                check(contentLength == UNKNOWN || contentLength == length, "two content lengths");
                contentLength = length;
            }
        }
    }

    private static long length(String digits) throws IOException {
        check(!digits.isEmpty(), "no content length");
        for (int i = 0; i < digits.length(); i++) {
            check(digits.charAt(i) >= '0' && digits.charAt(i) <= '9', "no content length");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new FailedExchangeException(ExchangeError.INVALID_RESPONSE, "a content length beyond all bounds", e);
        }
    }

    private void transferEncoding(int colon) throws IOException {
        if (isNamed("transfer-encoding")) {
            check(!chunked && value(colon).toLowerCase(Locale.ROOT).equals("chunked"), "a transfer coding but chunked");
            chunked = true;
        }
    }

    private boolean isNamed(String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((in.inLine(i) | 0x20) != lowerCase.charAt(i)) {
                known = false;
                return false;
            }
        }
        return true;
    }

    private String value(int colon) {
        return in.lineText(colon + 1, in.lineLength()).strip();
    }
}
