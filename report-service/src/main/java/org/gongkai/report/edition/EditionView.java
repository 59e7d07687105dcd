package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.statement.PreviousYear;

/**
 * An edition as callers read of it.
 *
 * @param number from 1, without gaps
 * @param organisation code
 * @param name official name as it was printed
 * @param year of the report
 * @param title of the report
 * @param form the form's edition
 * @param frozenAt when
 * @param frozenBy the token's {@code sub}
 * @param position up to which facts it counts
 * @param asOf instant of its figures
 * @param formats suffix to what the file is
 * @param previous number of the edition before, absent of the first
 * @param previousYear where its figures of the year before come from
 * @param waived rules that were broken and waived
 * @param signature absent where it was not signed
 * @param publication where it was published, absent where nobody said
 */
@Schema(name = "Edition")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditionView(
        int number,
        String organisation,
        String name,
        int year,
        String title,
        String form,
        OffsetDateTime frozenAt,
        String frozenBy,
        String position,
        String asOf,
        Map<String, File> formats,
        Integer previous,
        PreviousYear previousYear,
        List<Map<String, String>> waived,
        Signature signature,
        Publication publication) {

    /** A file: SHA-256 in lower-case hexadecimal, size in bytes, media type. */
    @Schema(name = "EditionFile")
    record File(String sha256, int bytes, String type) {}

    /** What was signed, and its JWS (RFC 7515) with the payload detached: {@code header..signature}. */
    @Schema(name = "EditionSignature")
    record Signature(String manifest, String jws) {}

    /** Where and when it was published and submitted, and who said so. */
    @Schema(name = "EditionPublication")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(
            LocalDate publishedOn, String url, LocalDate submittedOn, String recordedBy, OffsetDateTime recordedAt) {

        static Publication of(EditionPublication publication, ZoneId zone) {
            return new Publication(
                    publication.publishedOn,
                    publication.url,
                    publication.submittedOn,
                    publication.recordedBy,
                    publication.recordedAt.atZone(zone).toOffsetDateTime());
        }
    }

    static EditionView of(
            Edition edition,
            List<EditionFile.Summary> files,
            EditionSignature signature,
            EditionPublication publication,
            List<Map<String, String>> waived,
            ZoneId zone) {
        Map<String, File> formats = new LinkedHashMap<>();
        files.forEach(file -> formats.put(file.suffix(), new File(file.sha256(), file.size(), file.type())));
        return new EditionView(
                edition.number,
                edition.organisation,
                edition.name,
                edition.year,
                edition.title,
                edition.form,
                edition.frozenAt.atZone(zone).toOffsetDateTime(),
                edition.frozenBy,
                edition.position,
                edition.asOf,
                formats,
                edition.number == 1 ? null : edition.number - 1,
                new PreviousYear(edition.yearBefore),
                waived,
                signature == null ? null : new Signature(signature.manifest, signature.jws),
                publication == null ? null : Publication.of(publication, zone));
    }
}
