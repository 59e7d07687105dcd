package org.gongkai.statistics.consumption;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** How far each lane of the journal has come. */
@JsonIgnoreProperties(ignoreUnknown = true)
record JournalHeads(int generation, List<Head> lanes) {

    /**
     * One lane.
     *
     * @param position number of its last fact
     * @param published number of the last fact that Kafka has acknowledged
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Head(int lane, long position, long published) {}
}
