package org.gongkai.statistics.consumption;

import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;

/** What a projection makes of the facts of a batch, each of which has its turn. */
interface Fold {

    /** A fact that was read. */
    void fact(Delivery delivery, Number number, Reading.Readable reading);

    /** A fact that could not be read; its lane moves past it. */
    void unreadable(Delivery delivery, Number number, String reason);

    /** A record without a number: it moves nothing. */
    void foreign(Delivery delivery, String reason);

    /** What it holds of the heap, in rows of the usual size, about. */
    int size();
}
