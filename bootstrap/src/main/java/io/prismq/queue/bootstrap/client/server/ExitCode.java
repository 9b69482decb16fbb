package io.prismq.queue.bootstrap.client.server;

/** How these commands end, beside 2 for a wrong command line. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    UNREACHABLE(3),
    NOT_FOUND(4),
    TASK_FAILED(5),
    TASK_CANCELLED(6);

    public static final String HEADING = "%nExit codes:%n";
    public static final String DONE_HELP = "0:done";
    public static final String FAILED_HELP = "1:refused or failed; the reason is on standard error";
    public static final String USAGE_HELP = "2:the command line is wrong";
    public static final String UNREACHABLE_HELP = "3:the server cannot be reached, or does not answer";
    public static final String NOT_FOUND_HELP = "4:there is no such task";
    public static final String TASK_FAILED_HELP = "5:the task has failed";
    public static final String TASK_CANCELLED_HELP = "6:the task was cancelled";

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
