/** The statement of a year: table three derived from cells, with its comparison, subordinates and levels. */
package org.gongkai.statistics.statement;
