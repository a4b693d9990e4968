package io.igregulator.webhooks.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads one connection's responses and gives up on one that is announced too often: a flood of 1xx would otherwise keep a
 * processor busy until the deadline.
 */
final class InterimResponseLimit extends DefaultHttpResponseParser {
    private static final int MAX_INTERIM = 32;

    private int interim;

    InterimResponseLimit(Http1Config limits) {
        super(limits);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException, HttpException {
        ClassicHttpResponse response = super.createMessage(line);
        interim = response.getCode() < HttpStatus.SC_SUCCESS ? interim + 1 : 0;
        if (interim > MAX_INTERIM) {
            throw new MessageConstraintException("more than " + MAX_INTERIM + " interim responses");
        }
        return response;
    }
}
