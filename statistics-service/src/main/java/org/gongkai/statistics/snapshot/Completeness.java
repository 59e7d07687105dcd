package org.gongkai.statistics.snapshot;

import java.util.Collections;
import java.util.Set;

/**
 * Whose figures in a snapshot hold everything that has come.
 *
 * @param nobody no figures do
 * @param lacking organisations whose figures do not, nor those of anybody above them
 */
public record Completeness(boolean nobody, Set<String> lacking) {

    /** Whether figures that are added up from these organisations do. */
    public boolean of(Set<String> organisations) {
        return !nobody && Collections.disjoint(lacking, organisations);
    }
}
