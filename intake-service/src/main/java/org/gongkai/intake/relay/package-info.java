/** Publishes every row of the journal to Kafka at least once, lane by lane, in order. */
package org.gongkai.intake.relay;
