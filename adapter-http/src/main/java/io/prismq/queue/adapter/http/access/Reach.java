package io.prismq.queue.adapter.http.access;

/** Which key that is limited to types may come in. */
enum Reach {
    /** None: what is asked for concerns every type. */
    ALL_TYPES,
    /** One that reaches the type of the task in the path; to others there is no such task. */
    TASK_IN_PATH,
    /** One that reaches the type in the path. */
    TYPE_IN_PATH,
    /** One that reaches the type in the query, which has to be there. */
    TYPE_IN_QUERY,
    /** Any: what it may reach is seen when the body has been read, or shows in the answer. */
    SEEN_LATER
}
