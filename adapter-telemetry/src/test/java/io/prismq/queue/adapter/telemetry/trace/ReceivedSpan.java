package io.prismq.queue.adapter.telemetry.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A span as it came over the wire, read by the field numbers of
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto.
 *
 * @param links the span ids of its links
 */
record ReceivedSpan(String traceId, String spanId, String parentId, String name, List<String> links) {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    /** The spans of a whole request, by way of its resources and scopes. */
    static List<ReceivedSpan> all(byte[] request) {
        return fields(request, 1).stream()
                .flatMap(resource -> fields(resource, 2).stream())
                .flatMap(scope -> fields(scope, 2).stream())
                .map(ReceivedSpan::of)
                .toList();
    }

    private static ReceivedSpan of(byte[] span) {
        return new ReceivedSpan(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                new String(fields(span, 5).get(0), StandardCharsets.UTF_8),
                fields(span, 13).stream().map(link -> hex(link, 2)).toList());
    }

    private static String hex(byte[] message, int field) {
        return fields(message, field).stream()
                .map(HexFormat.of()::formatHex)
                .findFirst()
                .orElse("");
    }

    /** The values of one field of a message in protobuf: those that are bytes. */
    private static List<byte[]> fields(byte[] message, int field) {
        List<byte[]> found = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(message);
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(rest);
                case FIXED_64 -> rest.getLong();
                case BYTES -> {
                    byte[] value = new byte[(int) varint(rest)];
                    rest.get(value);
                    if (tag >>> 3 == field) {
                        found.add(value);
                    }
                }
                default -> rest.getInt();
            }
        }
        return found;
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = rest.get();
            value |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
