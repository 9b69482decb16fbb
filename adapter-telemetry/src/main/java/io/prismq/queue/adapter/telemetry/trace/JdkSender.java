package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Posts messages through the client of the JDK. A message that does not arrive is not sent again. */
final class JdkSender implements HttpSender {
    private final HttpSenderConfig config;
    private final HttpClient client;

    /** What the client got, as the library wants it. */
    private static final class Answer implements HttpResponse {
        private final java.net.http.HttpResponse<byte[]> response;

        private Answer(java.net.http.HttpResponse<byte[]> response) {
            this.response = response;
        }

        @Override
        public int getStatusCode() {
            return response.statusCode();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return response.body();
        }
    }

    JdkSender(HttpSenderConfig config) {
        this.config = config;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(config.getConnectTimeout());
        if (config.getSslContext() != null) {
            builder.sslContext(config.getSslContext());
        }
        this.client = builder.build();
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
        try {
            client.sendAsync(request(message), BodyHandlers.ofByteArray()).whenComplete((answer, error) -> {
                if (error == null) {
                    answered.accept(new Answer(answer));
                } else {
                    failed.accept(error.getCause() == null ? error : error.getCause());
                }
            });
        } catch (IOException | RuntimeException unsent) {
            failed.accept(unsent);
        }
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    private HttpRequest request(MessageWriter message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        message.writeMessage(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(config.getEndpoint())
                .timeout(config.getTimeout())
                .header("Content-Type", config.getContentType())
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = config.getHeadersSupplier().get();
        return headers == null ? Map.of() : headers;
    }
}
