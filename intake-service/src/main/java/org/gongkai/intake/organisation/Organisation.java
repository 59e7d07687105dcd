package org.gongkai.intake.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** A row of the register; a quiet record, so mapped. */
@Entity(name = "organisation")
class Organisation extends PanacheEntityBase {

    @Id
    String code;

    String name;

    @Enumerated(EnumType.STRING)
    Level level;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "may_issue_rules")
    boolean mayIssueRules;

    @Column(name = "contact_unit")
    String contactUnit;

    @Column(name = "contact_phone")
    String contactPhone;

    @Column(name = "report_url")
    String reportUrl;

    @Column(name = "document_prefix")
    String documentPrefix;

    @Column(name = "abolished_since")
    LocalDate abolishedSince;

    String successor;

    /** The fact that made it as it stands. */
    @Column(name = "last_fact")
    UUID lastFact;

    /** Raised by each change; the ETag. */
    long version;

    boolean hasAttributesOf(OrganisationBody body) {
        return name.equals(body.name())
                && level == body.level()
                && kind == body.kind()
                && mayIssueRules == body.rules()
                && java.util.Objects.equals(contactUnit, body.contactUnit())
                && java.util.Objects.equals(contactPhone, body.contactPhone())
                && java.util.Objects.equals(reportUrl, body.reportUrl())
                && java.util.Objects.equals(documentPrefix, body.documentPrefix());
    }

    void takeAttributesOf(OrganisationBody body) {
        name = body.name();
        level = body.level();
        kind = body.kind();
        mayIssueRules = body.rules();
        contactUnit = body.contactUnit();
        contactPhone = body.contactPhone();
        reportUrl = body.reportUrl();
        documentPrefix = body.documentPrefix();
    }
}
