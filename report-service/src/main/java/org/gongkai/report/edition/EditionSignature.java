package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What was signed of an edition, and the signature. */
@Entity(name = "edition_signature")
class EditionSignature extends PanacheEntityBase {

    @Id
    Long edition;

    String manifest;

    String jws;
}
