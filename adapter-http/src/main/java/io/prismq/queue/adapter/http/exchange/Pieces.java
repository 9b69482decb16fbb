package io.prismq.queue.adapter.http.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/** The pieces of a body that comes bit by bit: it never takes much more memory than has come of it. */
final class Pieces {
    private static final int PIECE = 16 << 10;
    private static final byte[] NOTHING = {};

    private final int most;
    private final LongPredicate room;
    private final List<byte[]> full = new ArrayList<>(0);
    private byte[] piece = NOTHING;
    private int filled;
    private int before;

    /**
     * A body of which nothing has come.
     *
     * @param most how many bytes it may have; as many as it has where that is known
     * @param room takes so many bytes of memory, or says that there are none; not asked for the first piece, which is no
     *     more than what the connection takes
     */
    Pieces(int most, LongPredicate room) {
        this.most = most;
        this.room = room;
    }

    int size() {
        return before + filled;
    }

    boolean isFull() {
        return size() == most;
    }

    boolean isInOnePiece() {
        return full.isEmpty();
    }

    /** Makes a place for the next bytes of a body that is not full; false where there is no room. */
    boolean grow() {
        if (filled < piece.length) {
            return true;
        }
        int length = Math.min(PIECE, most - size());
        if (filled > 0) {
            if (!room.test(length)) {
                return false;
            }
            full.add(piece);
            before += filled;
            filled = 0;
        }
        piece = new byte[length];
        return true;
    }

    /** Reads into the place that was made; negative at the end. */
    int read(InputStream stream) throws IOException {
        int length = stream.read(piece, filled, piece.length - filled);
        filled += Math.max(length, 0);
        return length;
    }

    /** All of it, to be asked for once: the pieces are not kept. */
    byte[] whole() {
        if (isInOnePiece()) {
            return filled == piece.length ? piece : Arrays.copyOf(piece, filled);
        }
        byte[] whole = new byte[size()];
        int at = 0;
        for (byte[] part : full) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        System.arraycopy(piece, 0, whole, at, filled);
        drop();
        return whole;
    }

    /** Keeps nothing of what has come. */
    void drop() {
        full.clear();
        piece = NOTHING;
    }
}
