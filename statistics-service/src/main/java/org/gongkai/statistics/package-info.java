/** Gongkai's counts: every fact of the journal counted exactly once, and statements that are one moment. */
package org.gongkai.statistics;
