package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** Where and when an edition was published; said once. */
@Entity(name = "edition_publication")
class EditionPublication extends PanacheEntityBase {

    @Id
    Long edition;

    @Column(name = "published_on")
    LocalDate publishedOn;

    String url;

    @Column(name = "submitted_on")
    LocalDate submittedOn;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    boolean says(EditionPublication other) {
        return publishedOn.equals(other.publishedOn)
                && url.equals(other.url)
                && Objects.equals(submittedOn, other.submittedOn);
    }
}
