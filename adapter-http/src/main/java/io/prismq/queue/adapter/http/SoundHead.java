package io.prismq.queue.adapter.http;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Refuses requests that a proxy before this server may have understood otherwise. */
final class SoundHead implements HttpConfiguration.Customizer {
    /** Lines end with CR and LF, as RFC 9112, section 2.2, has every sender end them. */
    static final HttpCompliance LINES = HttpCompliance.RFC9110.without(
            "PRISMQ", HttpCompliance.Violation.LF_HEADER_TERMINATION, HttpCompliance.Violation.LF_CHUNK_TERMINATION);

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        HttpFields headers = request.getHeaders();
        if (repeats(headers, HttpHeader.AUTHORIZATION) || repeats(headers, HttpHeader.ORIGIN)) {
            throw new HttpException.RuntimeException(
                    HttpStatus.BAD_REQUEST_400, "a header that says who asks is there twice");
        }
        // Older than chunks: RFC 9112, section 6.1, does not trust where its body ends.
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
                && headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            throw new HttpException.RuntimeException(
                    HttpStatus.BAD_REQUEST_400, "a request of HTTP/1.0 with a Transfer-Encoding");
        }
        return request;
    }

    private static boolean repeats(HttpFields headers, HttpHeader name) {
        int count = 0;
        for (HttpField header : headers) {
            if (header.getHeader() == name) {
                count++;
            }
        }
        return count > 1;
    }
}
