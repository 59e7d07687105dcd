package org.gongkai.statistics.consumption;

import java.util.List;

/** Hears of lanes where facts are missing, and sees to it that they come. */
interface GapReport {

    /** Reports gaps; they are healed soon, in another thread. */
    void report(List<Gap> gaps);
}
