package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemBody;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches a route, such as a request that is no HTTP. */
final class ProblemErrorHandler extends ErrorHandler {
    private final StrictJson json = new StrictJson();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemType type = type(response.getStatus());
        response.setStatus(type.status());
        Problem problem = type.because("The server could not read or answer the request");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        // Where the next request begins is as doubtful as this one.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        byte[] body = json.write(ProblemBody.from(problem)).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            case 500 -> ProblemType.INTERNAL_ERROR;
            case 503 -> ProblemType.DRAINING;
            default -> ProblemType.BAD_REQUEST;
        };
    }
}
