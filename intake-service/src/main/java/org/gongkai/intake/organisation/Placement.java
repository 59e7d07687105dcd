package org.gongkai.intake.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Under which parent a body stands from a day on; no parent: it is a root. */
@Entity(name = "placement")
@Table(name = "organisation_parent")
class Placement extends PanacheEntityBase {

    /** Stands for "from the beginning" where a day is needed. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    @EmbeddedId
    Key key;

    String parent;

    static Placement of(String code, LocalDate since, String parent) {
        Placement placement = new Placement();
        placement.key = new Key();
        placement.key.code = code;
        placement.key.since = since;
        placement.parent = parent;
        return placement;
    }

    /** All of a body, oldest first. */
    static List<Placement> ofBody(String code) {
        return list("key.code = ?1 order by key.since", code);
    }

    /** The day, or null where it holds from the beginning. */
    LocalDate sinceOrNull() {
        return key.since.equals(BEGINNING) ? null : key.since;
    }

    /** Body and day. */
    @Embeddable
    static class Key implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        String code;
        LocalDate since;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(code, key.code) && Objects.equals(since, key.since);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, since);
        }
    }
}
