package org.gongkai.report.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.gongkai.report.prose.Narrative;

/**
 * A section as callers read it.
 *
 * @param number 0 is the preamble
 * @param title official title; empty for the preamble
 * @param text as written, with its placeholders; of a generated section, what would be written so; absent where there is
 *     none
 * @param rendered with the figures as counted now; absent in answers to a write and in lists of versions
 * @param version raised by each other text; 0 where the office wrote none
 * @param writtenBy the token's {@code sub}
 * @param writtenAt when
 * @param generated whether it comes from the form's template and not from the office
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SectionView(
        int number,
        String title,
        String text,
        String rendered,
        long version,
        String writtenBy,
        Instant writtenAt,
        boolean generated) {

    static SectionView generated(Narrative.Section section) {
        return new SectionView(
                section.number(),
                section.title(),
                section.source().isEmpty() ? null : section.source(),
                section.text(),
                0,
                null,
                null,
                section.generated());
    }

    static SectionView of(SectionText row, String title, String rendered) {
        return new SectionView(row.number, title, row.text, rendered, row.version, row.writtenBy, row.writtenAt, false);
    }
}
