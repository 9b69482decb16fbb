package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.API_KEY;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import io.prismq.queue.adapter.sqlite.session.Column;
import org.jooq.Query;

/** The statements about keys: people make a few. */
final class KeyQueries {
    static final Query ALL =
            select(Column.fields(KeyRows.COLUMNS)).from(API_KEY).orderBy(API_KEY.CREATED_AT, API_KEY.ID);

    static final Query PUT = insertInto(API_KEY)
            .columns(Column.fields(KeyRows.COLUMNS))
            .values(Column.places(KeyRows.COLUMNS))
            .onConflict(API_KEY.ID)
            .doUpdate()
            .setAllToExcluded();

    private KeyQueries() {}
}
