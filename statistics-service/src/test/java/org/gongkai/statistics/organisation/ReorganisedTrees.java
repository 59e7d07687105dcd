package org.gongkai.statistics.organisation;

import java.util.Random;

/** Random trees without circles, moved and merged over 2019 to 2022, for tests of other packages. */
public final class ReorganisedTrees {

    private ReorganisedTrees() {}

    /** Bodies B0, B1, … */
    public static OrganisationTree random(Random random, int bodies) {
        return TreePropertiesTest.reorganised(random, bodies, false);
    }
}
