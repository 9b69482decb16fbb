package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.junit.jupiter.api.Test;

class JettySetupTest extends ServerTest {
    @Test
    void keepsNoMemoryForTheHeadersOfEachConnection() {
        assertThat(server.http.javalin().jettyServer().server().getConnectors())
                .extracting(connector -> connector
                        .getConnectionFactory(HttpConnectionFactory.class)
                        .getHttpConfiguration()
                        .getHeaderCacheSize())
                .containsExactly(0);
    }
}
