package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A key under which a freeze was asked for, and the edition that answered it; never changed. */
@Entity(name = "edition_key")
class EditionKey extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String organisation;

    int year;

    @Column(name = "key")
    byte[] keyDigest;

    @Column(name = "content")
    byte[] contentDigest;

    Long edition;

    /** Whether the call under this key made the edition. */
    boolean made;

    @Column(name = "used_at")
    Instant usedAt;
}
