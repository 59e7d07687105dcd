/** The facts as this service understands them: its own tolerant reader of the contract, and what each fact adds to the counts. */
package org.gongkai.statistics.fact;
