package io.prismq.queue.bootstrap.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that have broken programs before. No number is a wait of many seconds. */
final class Hostile {
    private static final JsonNodeFactory JSON = JsonMapper.builder().build().getNodeFactory();
    private static final int LONG = 70_000;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "null",
            "undefined",
            "true",
            "[]",
            "{}",
            "../../../../../../etc/passwd",
            "..%2f..%2f..%2f..%2fetc%2fpasswd",
            "..\\..\\..\\windows\\win.ini",
            "%2e%2e%2fqueue.db",
            "....//....//queue.db",
            "file:///etc/passwd",
            "'; DROP TABLE task; --",
            "' OR '1'='1",
            "1) UNION ALL SELECT * FROM task --",
            "\"; VACUUM; --",
            "x' || (SELECT 1) || '",
            "*",
            "%",
            "_%",
            "\\",
            "\"",
            "'",
            "<script>alert(1)</script>",
            "${7*7}",
            "{{7*7}}",
            "%s%s%n%x",
            "a\r\nX-Injected: yes\r\n\r\n",
            "a\tb\u000bc\u007f\u0085",
            "\u2028\u2029\u200b\ufeff",
            "\u202eevil",
            "ﷺ",
            "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
            "😀👩‍👩‍👧‍👦",
            "٣",
            "İıſK",
            "\ud800",
            "\udfff\ud800",
            "\uffff\ufffe",
            "0",
            "-0",
            "1",
            "-1",
            "00",
            "0x10",
            "1e3",
            "1.0",
            "1_000",
            "+1",
            "9007199254740991",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "1e400",
            "NaN",
            "-Infinity",
            "0000-00-00T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+1000000-01-01T00:00:00Z",
            "-9999-01-01T00:00:00+18:00",
            "2026-01-31T24:00:00Z",
            "00000000000000000000000000000000",
            "00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-ff",
            "W/\"\"",
            "\"*\"",
            "Bearer prismq_000000000000_" + "0".repeat(43),
            "x".repeat(100),
            "x".repeat(101),
            "é".repeat(255),
            "x".repeat(256));

    private static final List<BigDecimal> NUMBERS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("-1"),
            new BigDecimal("1.5"),
            new BigDecimal("1.0"),
            new BigDecimal("1e2"),
            new BigDecimal("1001"),
            new BigDecimal("2147483647"),
            new BigDecimal("2147483648"),
            new BigDecimal("-2147483649"),
            new BigDecimal("9007199254740991"),
            new BigDecimal("9007199254740992"),
            new BigDecimal("9223372036854775807"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("-9223372036854775809"),
            new BigDecimal(BigInteger.TEN.pow(400)),
            new BigDecimal("1e999"),
            new BigDecimal("1e-999"));

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    String text() {
        return random.nextInt(400) == 0 ? "y".repeat(LONG) : any(TEXTS);
    }

    /** Short enough for a request line. */
    String word() {
        return any(TEXTS);
    }

    JsonNode value() {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2, 3, 4 -> JSON.numberNode(any(NUMBERS));
            case 5 -> JSON.arrayNode().add(text()).add(JSON.arrayNode());
            case 6 -> nested(1 + random.nextInt(random.nextInt(50) == 0 ? 2_000 : 8));
            default -> JSON.stringNode(text());
        };
    }

    private JsonNode nested(int levels) {
        JsonNode inner = JSON.stringNode(text());
        for (int level = 0; level < levels; level++) {
            ObjectNode outer = JSON.objectNode();
            outer.set(random.nextInt(4) == 0 ? text() : "a", inner);
            inner = random.nextBoolean() ? outer : JSON.arrayNode().add(inner);
        }
        return inner;
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
