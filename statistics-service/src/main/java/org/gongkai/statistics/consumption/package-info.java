/** From a delivery to the counts: batches from Kafka, losses healed from the journal, all through one transaction. */
package org.gongkai.statistics.consumption;
