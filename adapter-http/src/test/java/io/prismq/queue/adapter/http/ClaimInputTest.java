package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that are not valid. */
class ClaimInputTest extends ServerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'types':['a']}                                         | worker_id",
                "{'worker_id':'','types':['a']}                          | worker_id",
                "{'worker_id':'w\\n','types':['a']}                      | worker_id",
                "{'worker_id':'w'}                                       | types",
                "{'worker_id':'w','types':[]}                            | types",
                "{'worker_id':'w','types':'a'}                           | types",
                "{'worker_id':'w','types':['a','b c']}                   | types[1]",
                "{'worker_id':'w','types':['a',null]}                    | types[1]",
                "{'worker_id':'w','types':['a',5]}                       | types[1]",
                "{'worker_id':'w','types':['a'],'capabilities':[]}       | capabilities",
                "{'worker_id':'w','types':['a'],'strategy':'FIFO'}       | strategy",
                "{'worker_id':'w','types':['a'],'strategy':''}           | strategy",
                "{'worker_id':'w','types':['a'],'strategy':5}            | strategy",
                "{'worker_id':'w','types':['a'],'max_tasks':0}           | max_tasks",
                "{'worker_id':'w','types':['a'],'max_tasks':101}         | max_tasks",
                "{'worker_id':'w','types':['a'],'lease_seconds':0}       | lease_seconds",
                "{'worker_id':'w','types':['a'],'lease_seconds':86401}   | lease_seconds",
                "{'worker_id':'w','types':['a'],'wait_seconds':-1}       | wait_seconds",
                "{'worker_id':'w','types':['a'],'wait_seconds':61}       | wait_seconds",
                "{'worker_id':'w','types':['a'],'wait_seconds':0.5}      | wait_seconds",
                "{'worker_id':'w','types':['a'],'claim_id':''}           | claim_id",
                "{'worker_id':'w','types':['a'],'claim_id':'x\\t'}       | claim_id",
                "{'worker_id':'w','types':['a'],'claim_id':5}            | claim_id",
                "{'worker_id':'w','types':['a'],'wait':5}                | wait"
            })
    void isRefusedByName(String body, String field) {
        caller.post("/api/queue/claims", body.replace('\'', '"')).blames(field);
    }

    @Test
    void isRefusedWhereThereAreMoreThanAThousandTypes() {
        String types = "\"a\",".repeat(1000) + "\"b\"";

        new Worker(caller).claims("\"types\":[" + types + "]").blames("types");
    }

    @Test
    void isRefusedWhereItOffersMoreThanSixteenKibibytes() {
        String offer = "{\"a\":\"" + "x".repeat((16 << 10) - 8) + "\"}";
        new Worker(caller).claims("\"types\":[\"a\"],\"capabilities\":" + offer).has(200);

        new Worker(caller)
                .claims("\"types\":[\"a\"],\"capabilities\":" + offer.replace("\"}", "x\"}"))
                .blames("capabilities");
    }

    @Test
    void isToldWhichStrategiesThereAre() {
        assertThat(new Worker(caller)
                        .claims("\"types\":[\"a\"],\"strategy\":\"random\"")
                        .blames("strategy")
                        .word("detail"))
                .isEqualTo("strategy must be one of priority, fifo, lifo, weighted_random");
    }
}
