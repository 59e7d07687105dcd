package org.gongkai.intake.disclosureapplication;

import org.gongkai.intake.relay.RelaySettings;

/** Breaks the house rule that no record knows the relay. */
final class BodyThatRelays {

    int batch(RelaySettings settings) {
        return settings.batch();
    }
}
