package org.gongkai.statistics.consumption;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param applied facts that were counted or, where they could not be read, stored
 * @param repeats deliveries that were counted before
 * @param withheld deliveries behind a gap or of a generation that can't be counted yet
 * @param gaps lanes where facts are missing
 * @param stopped whether counting stands still because the journal has begun a new generation
 */
record Applied(long applied, long repeats, long withheld, List<Gap> gaps, boolean stopped) {}
