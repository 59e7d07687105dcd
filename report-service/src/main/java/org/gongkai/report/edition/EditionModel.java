package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnTransformer;

/** What an edition was made from, as JSON. */
@Entity(name = "edition_model")
class EditionModel extends PanacheEntityBase {

    private static final String JSON = "jsonb";
    private static final String AS_JSON = "?::jsonb";

    @Id
    Long edition;

    @Column(columnDefinition = JSON)
    @ColumnTransformer(write = AS_JSON)
    String cells;

    @Column(columnDefinition = JSON)
    @ColumnTransformer(write = AS_JSON)
    String figures;

    @Column(columnDefinition = JSON)
    @ColumnTransformer(write = AS_JSON)
    String counts;

    @Column(columnDefinition = JSON)
    @ColumnTransformer(write = AS_JSON)
    String texts;
}
