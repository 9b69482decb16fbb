package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.rows.Codes;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreCorruptException;
import java.util.ArrayList;
import java.util.List;

/** Whether a database is as it should be, from its pages to its counters. */
public final class Soundness {
    private static final String LOST_REFERENCES = """
            SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY "table", parent""";

    /** By groups: a full join of the counters with what they count takes the square of their number. */
    private static final String WRONG_COUNTS = """
            SELECT lane.type, counts.status, sum(counts.kept), sum(counts.found)
            FROM (
              SELECT lane_id, status, tasks AS kept, 0 AS found FROM lane_count
              UNION ALL
              SELECT lane_id, status, 0, count(*) FROM task GROUP BY lane_id, status
            ) AS counts
            LEFT JOIN lane ON lane.id = counts.lane_id
            GROUP BY counts.lane_id, counts.status
            HAVING sum(counts.kept) <> sum(counts.found)""";

    private Soundness() {}

    /** In one snapshot: beside writers, what is counted belongs to what was counted. */
    public static List<String> faults(Session session) {
        session.execute("BEGIN");
        try {
            List<String> structure = structure(session);
            if (!structure.isEmpty()) {
                // What else is asked of a damaged file has no meaning.
                return structure;
            }
            List<String> faults = new ArrayList<>();
            faults.addAll(session.ask(LOST_REFERENCES, row -> {
                String table = row.text();
                String parent = row.text();
                return "%d rows of %s refer to rows of %s that are not there".formatted(row.number(), table, parent);
            }));
            faults.addAll(session.ask(
                    WRONG_COUNTS,
                    row -> "type %s, status %s: the counter says %d tasks, and there are %d"
                            .formatted(row.text(), Codes.status(row.number()).word(), row.number(), row.number())));
            return faults;
        } finally {
            session.execute("ROLLBACK");
        }
    }

    /** Where a page cannot be read at all, the pragma ends with an error after what it has found so far. */
    private static List<String> structure(Session session) {
        List<String> answer = new ArrayList<>();
        try {
            session.ask("PRAGMA integrity_check", row -> answer.add(row.text()));
        } catch (StoreCorruptException broken) {
            answer.add("there are pages that cannot be read as what they should be");
        }
        return findings(answer);
    }

    /** Whether every counter says how many tasks there are. */
    public static boolean hasTrueCounts(Session session) {
        return session.number("SELECT EXISTS (%s)".formatted(WRONG_COUNTS)) == 0;
    }

    /**
     * Of the structure alone, and beside writers without a word: a snapshot for each table. One for all of them would
     * keep the write-ahead log from being begun anew for as long as the whole takes.
     */
    public static List<String> quickly(Session session) {
        List<String> faults = new ArrayList<>();
        for (String table : session.ask("SELECT name FROM sqlite_schema WHERE type = 'table'", Row::text)) {
            faults.addAll(findings(session.ask("PRAGMA quick_check('%s')".formatted(table), Row::text)));
        }
        return faults;
    }

    /** The pragmas say ok where they find nothing. */
    private static List<String> findings(List<String> answer) {
        return answer.stream().filter(finding -> !finding.equals("ok")).toList();
    }
}
