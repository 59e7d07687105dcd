/** The whole system on one machine: PostgreSQL, Kafka and the three services, each a process of its own. */
package org.gongkai.local;
