package org.gongkai.intake.journal;

import org.gongkai.intake.relay.RelaySettings;

/** Breaks the house rule that no arrow runs back: the relay reads the journal. */
final class JournalThatRelays {

    String topic(RelaySettings settings) {
        return settings.topic();
    }
}
