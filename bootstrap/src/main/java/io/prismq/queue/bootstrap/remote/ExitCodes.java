package io.prismq.queue.bootstrap.remote;

import java.util.Set;

/** What commands say by their exit codes. */
final class ExitCodes {
    static final int OK = 0;

    /** {@code EX_DATAERR} of {@code sysexits.h}: the input is wrong, and will be at the next attempt. */
    static final int DATA_ERROR = 65;

    /** 128 and the number of the signal: SIGINT, SIGTERM. */
    private static final Set<Integer> ENDED_BY_A_STOP = Set.of(130, 143);

    private ExitCodes() {}

    /** Whether a terminal or a supervisor that stops the worker may have stopped the command as well. */
    static boolean isOfAStop(int exitCode) {
        return ENDED_BY_A_STOP.contains(exitCode);
    }
}
