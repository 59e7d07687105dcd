package org.gongkai.intake.publication;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.record.Content;

/** Items on the day of publication: once as items, once on each channel. */
record ItemsPublished(LocalDate publishedOn, List<PublicationChannel> channels, long items, String reference)
        implements Content {

    @Override
    public LocalDate countsFor() {
        return publishedOn;
    }
}
