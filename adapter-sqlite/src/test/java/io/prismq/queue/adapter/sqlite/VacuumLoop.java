package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.care.DatabaseCare;
import java.nio.file.Path;

/** Vacuums a database until it is killed. */
final class VacuumLoop {
    private VacuumLoop() {}

    public static void main(String[] arguments) {
        while (true) {
            System.out.println(Victim.AT_WORK);
            DatabaseCare.vacuum(Path.of(arguments[0]));
        }
    }
}
