package org.gongkai.intake.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.organisation.Subtree;

/** Asks for a page of rows {@code r} that are not retracted, in the order of their ids, which is that of entry. */
public final class ListQuery {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param select columns and table, which it calls {@code r}
     * @param root the bodies at and below it; null is any
     */
    public ListQuery(String select, String root, LocalDate today) {
        if (root != null) {
            text.append(Subtree.REACHED);
            values.addAll(List.of(root, today, today));
        }
        text.append(select).append(" WHERE r.retracted_at IS NULL");
        if (root != null) {
            text.append(" AND r.organisation IN (SELECT code FROM reached)");
        }
    }

    /** A further condition, {@code extract(year FROM r.day) = ?}; a null value is any. */
    public ListQuery where(String condition, Object value) {
        if (value != null) {
            text.append(" AND ").append(condition);
            values.add(value);
        }
        return this;
    }

    /**
     * The page.
     *
     * @param after id of the last one already read, or null
     * @param most how many
     */
    public ListQuery page(UUID after, int most) {
        where("r.id > ?", after);
        text.append(" ORDER BY r.id LIMIT ?");
        values.add(most);
        return this;
    }

    /** The query. */
    public String text() {
        return text.toString();
    }

    /** Its parameters. */
    public List<Object> values() {
        return values;
    }
}
