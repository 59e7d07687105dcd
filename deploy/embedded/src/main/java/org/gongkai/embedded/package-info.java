/** PostgreSQL and Kafka as real processes on this machine, without containers; knows no word of the domain. */
package org.gongkai.embedded;
