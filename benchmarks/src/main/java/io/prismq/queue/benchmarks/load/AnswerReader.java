package io.prismq.queue.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts answers together from what a connection brings. Knows lengths and chunks, and nothing else of HTTP. */
final class AnswerReader {
    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] LENGTH = bytes("\r\ncontent-length:");
    private static final byte[] CHUNKED = bytes("\r\ntransfer-encoding: chunked");
    private static final byte[] LINE = bytes("\r\n");
    private static final int STATUS_AT = 9;
    private static final int NO_CONTENT = 204;

    private byte[] bytes = new byte[16 << 10];
    private int end;

    void take(ByteBuffer arrived) {
        if (bytes.length - end < arrived.remaining()) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + arrived.remaining()));
        }
        int length = arrived.remaining();
        arrived.get(bytes, end, length);
        end += length;
    }

    /** The answer, as soon as all of it is there; what comes afterwards belongs to the next one. */
    @Nullable
    Answer poll() {
        int head = find(END_OF_HEAD, 0, end);
        if (head < 0) {
            return null;
        }
        int body = head + END_OF_HEAD.length;
        Answer answer = find(CHUNKED, 0, head) >= 0 ? chunked(body) : plain(head, body);
        if (answer != null) {
            end = 0;
        }
        return answer;
    }

    private @Nullable Answer plain(int head, int body) {
        int length = status() == NO_CONTENT ? 0 : length(head);
        return end < body + length ? null : new Answer(status(), bytes, body, body + length);
    }

    /** Moves the chunks together once the last has come. */
    private @Nullable Answer chunked(int body) {
        if (end < body + END_OF_HEAD.length || find(bytes("0\r\n\r\n"), end - END_OF_HEAD.length - 1, end) < 0) {
            return null;
        }
        int to = body;
        int at = body;
        for (int size = size(at); size > 0; size = size(at)) {
            int from = find(LINE, at, end) + LINE.length;
            System.arraycopy(bytes, from, bytes, to, size);
            to += size;
            at = from + size + LINE.length;
        }
        return new Answer(status(), bytes, body, to);
    }

    private int size(int at) {
        int lineEnd = find(LINE, at, end);
        return Integer.parseInt(new String(bytes, at, lineEnd - at, StandardCharsets.US_ASCII).strip(), 16);
    }

    private int status() {
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    private int length(int head) {
        int at = find(LENGTH, 0, head);
        if (at < 0) {
            return 0;
        }
        int length = 0;
        for (int place = at + LENGTH.length; bytes[place] != '\r'; place++) {
            if (bytes[place] != ' ') {
                length = length * 10 + bytes[place] - '0';
            }
        }
        return length;
    }

    /** Letters of either case match the small ones that are sought. */
    private int find(byte[] sought, int from, int to) {
        for (int at = from; at <= to - sought.length; at++) {
            if (stands(sought, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean stands(byte[] sought, int at) {
        for (int index = 0; index < sought.length; index++) {
            byte found = bytes[at + index];
            if (found != sought[index] && Character.toLowerCase((char) found) != sought[index]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
