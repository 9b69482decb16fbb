package io.prismq.queue.adapter.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh server for each test. */
@SuppressWarnings("NullAway.Init")
abstract class ServerTest {
    TestServer server;
    Caller caller;

    @BeforeEach
    void start() {
        server = TestServer.start();
        caller = server.caller();
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
