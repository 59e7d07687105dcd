package org.gongkai.statistics.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a fact changes in the tree. Of two changes of the same thing the one later in its lane holds, whenever it comes. */
public sealed interface TreeChange {

    /** The day that stands for "from the beginning". */
    LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /** The body that changed. */
    String organisation();

    /** Its attributes as they now stand. */
    record Described(String organisation, Attributes attributes) implements TreeChange {}

    /**
     * From a day on it stands under a parent.
     *
     * @param parent null: it is a root
     */
    record Placed(
            String organisation, LocalDate since, @Nullable String parent) implements TreeChange {}

    /**
     * From a day on it is no more.
     *
     * @param successor null: none
     */
    record Abolished(
            String organisation, LocalDate since, @Nullable String successor) implements TreeChange {}
}
