package io.prismq.queue.adapter.sqlite.backup;

import java.nio.file.Path;

/** A disk with nothing left but what must stay free. */
final class FullDisk extends Disk {
    @Override
    long freeBytes(Path file) {
        return 16 << 20;
    }
}
