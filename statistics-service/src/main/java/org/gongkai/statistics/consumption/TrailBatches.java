package org.gongkai.statistics.consumption;

import java.time.Duration;
import java.util.Map;
import org.gongkai.statistics.trail.TrailSettings;

/** How the trail takes facts: as counting does, in batches of its own size. */
record TrailBatches(ConsumptionSettings settings, TrailSettings trail) implements ConsumptionSettings {

    @Override
    public String topic() {
        return settings.topic();
    }

    @Override
    public String group() {
        return settings.group() + "-trail";
    }

    @Override
    public int consumers() {
        return 1;
    }

    @Override
    public int mostFacts() {
        return settings.mostFacts();
    }

    @Override
    public int mostCells() {
        return trail.mostEntries();
    }

    @Override
    public Duration gather() {
        return settings.gather();
    }

    @Override
    public Duration gatherAtRest() {
        return trail.gatherAtRest();
    }

    @Override
    public Duration longestPause() {
        return settings.longestPause();
    }

    @Override
    public Map<String, String> kafka() {
        return settings.kafka();
    }
}
