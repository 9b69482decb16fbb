package io.prismq.queue.adapter.sqlite.commit;

import io.prismq.queue.adapter.sqlite.session.Session;

/** Notices commits of others, by a number that changes with these alone. For the thread of the session. */
final class ForeignCommits {
    private long version;

    /** Whether others have committed since the last look; https://www.sqlite.org/pragma.html#pragma_data_version. */
    boolean look(Session session) {
        long seen = version;
        version = session.number("PRAGMA data_version");
        return seen != version && seen != 0;
    }
}
