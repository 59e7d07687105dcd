/** The 64 lanes of the journal: which organisation belongs to which, how far each is counted, and the token that says so. */
package org.gongkai.statistics.lane;
