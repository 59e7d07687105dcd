package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * Distinct items were published on a day, each on all channels of the record: counted once as items and once on each
 * channel, so that channels may add up to more than items.
 *
 * @param publishedOn a day in Asia/Shanghai
 */
public record ItemsPublished(LocalDate publishedOn, Set<PublicationChannel> channels, long items) implements Content {

    static ItemsPublished read(FactData data) {
        data.optionalText("reference", 64);
        return new ItemsPublished(
                data.day("publishedOn"), data.someOf("channels", PublicationChannel.class), data.count("items", 1));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        List<Delta> deltas = new ArrayList<>();
        deltas.add(new Delta(Cell.on(organisation, publishedOn, Measure.ITEMS, Cell.NO_CATEGORY), items));
        for (PublicationChannel channel : channels) {
            deltas.add(new Delta(Cell.on(organisation, publishedOn, Measure.PUBLICATIONS, channel.name()), items));
        }
        return deltas;
    }
}
