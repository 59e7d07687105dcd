package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** A frozen report, without its files; never changed. */
@Entity(name = "edition")
class Edition extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String organisation;

    int year;

    int number;

    String name;

    String title;

    String form;

    String position;

    @Column(name = "as_of")
    String asOf;

    /** The edition of the year before that it compares with; null where that year was live. */
    @Column(name = "year_before")
    Integer yearBefore;

    /** Rules that were broken and waived, as JSON. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String waived;

    byte[] printed;

    @Column(name = "frozen_by")
    String frozenBy;

    @Column(name = "frozen_at")
    Instant frozenAt;
}
