package org.gongkai.intake.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.RecordBody;

/**
 * Items that were published, as a department sends them.
 *
 * @param organisation code of the body that published
 * @param publishedOn day of publication
 * @param channels each channel that every one of the items was published on, 1 to 6, in any order
 * @param items how many distinct items, 1 or more: counted once as items and once on each channel
 * @param reference the body's own, at most 64 characters; without one the record is always a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicationBody(
        String organisation, LocalDate publishedOn, List<PublicationChannel> channels, Long items, String reference)
        implements RecordBody {

    @Override
    public LocalDate begins() {
        return publishedOn;
    }

    PublicationBody checked(LocalDate today) {
        Checking check = new Checking(today);
        PublicationBody clean = new PublicationBody(
                check.organisation(organisation),
                check.day("publishedOn", publishedOn),
                checkedChannels(check),
                check.count("items", items, 1),
                check.reference(reference));
        check.done();
        return clean;
    }

    private List<PublicationChannel> checkedChannels(Checking check) {
        if (check.given("channels", channels) == null) {
            return null;
        }
        if (channels.isEmpty()
                || channels.contains(null)
                || EnumSet.copyOf(channels).size() < channels.size()) {
            check.note("channels", "channels");
            return null;
        }
        return List.copyOf(EnumSet.copyOf(channels));
    }
}
