package org.gongkai.report.edition;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/**
 * Where and when an edition was published.
 *
 * @param publishedOn day, {@code 2022-03-28}
 * @param url where it can be read, http or https
 * @param submittedOn day on which it was submitted to the superior body; may be left out
 */
@Schema(name = "EditionPublicationBody")
record PublicationBody(String publishedOn, String url, String submittedOn) {

    private static final int LONGEST = 2_000;
    private static final String PUBLISHED_ON = "publishedOn";
    private static final String URL = "url";

    /** The same checked, or refused field by field. */
    EditionPublication checked(LocalDate today) {
        Refusal refusal = new Refusal(ProblemType.INVALID_FIELDS);
        EditionPublication publication = new EditionPublication();
        boolean good = true;
        if (publishedOn == null) {
            refusal.field(PUBLISHED_ON, "required");
            good = false;
        } else {
            publication.publishedOn = day(publishedOn, PUBLISHED_ON, today, refusal);
            good = publication.publishedOn != null;
        }
        if (submittedOn != null) {
            publication.submittedOn = day(submittedOn, "submittedOn", today, refusal);
            good &= publication.submittedOn != null;
        }
        publication.url = address(refusal);
        if (!good || publication.url == null) {
            throw refusal;
        }
        return publication;
    }

    private static LocalDate day(String text, String field, LocalDate today, Refusal refusal) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(today)) {
                return day;
            }
            refusal.field(field, "future-day");
        } catch (DateTimeParseException e) {
            refusal.field(field, "day");
        }
        return null;
    }

    private String address(Refusal refusal) {
        if (url == null || url.isBlank()) {
            refusal.field(URL, "required");
            return null;
        }
        if (url.length() > LONGEST) {
            refusal.field(URL, "too-long", LONGEST);
            return null;
        }
        try {
            URI address = new URI(url);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below, with what to send
        }
        refusal.field(URL, "web-address");
        return null;
    }
}
