package io.prismq.queue.benchmarks.load;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request after the other, to the end of a list that several connections may share. */
public final class Script implements Talk {
    private final Iterator<byte[]> requests;

    public Script(Iterator<byte[]> requests) {
        this.requests = requests;
    }

    public static Script of(List<byte[]> requests) {
        return new Script(requests.iterator());
    }

    @Override
    public byte @Nullable [] next(@Nullable Answer last) {
        return requests.hasNext() ? requests.next() : null;
    }
}
