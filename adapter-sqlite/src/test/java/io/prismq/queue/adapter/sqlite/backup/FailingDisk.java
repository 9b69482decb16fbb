package io.prismq.queue.adapter.sqlite.backup;

import java.nio.file.Path;

/** A disk before one of whose steps the process ends: what is thrown is caught by nobody. */
final class FailingDisk extends Disk {
    /** As if by SIGKILL. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int stepsLeft;

    FailingDisk(int stepsLeft) {
        this.stepsLeft = stepsLeft;
    }

    @Override
    void sync(Path file) {
        step();
        super.sync(file);
    }

    @Override
    void rename(Path file, Path name) {
        step();
        super.rename(file, name);
    }

    @Override
    void keepAs(Path file, Path name) {
        step();
        super.keepAs(file, name);
    }

    @Override
    void delete(Path file) {
        step();
        super.delete(file);
    }

    /** Whether it came to its end without having to be killed. */
    boolean survived() {
        return stepsLeft >= 0;
    }

    private void step() {
        if (--stepsLeft < 0) {
            throw new Killed();
        }
    }
}
