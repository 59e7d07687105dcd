package org.gongkai.intake.access;

import org.gongkai.intake.journal.Lane;

/** Breaks the house rule that access knows no record and no journal. */
final class AccessThatJournals {

    int lane(String code) {
        return Lane.of(code);
    }
}
