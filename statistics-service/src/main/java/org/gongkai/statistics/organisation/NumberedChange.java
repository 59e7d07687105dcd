package org.gongkai.statistics.organisation;

/**
 * A change of the tree with the position of its fact, which decides between two changes of the same thing.
 *
 * @param position in the lane of the organisation
 */
public record NumberedChange(long position, TreeChange change) {}
