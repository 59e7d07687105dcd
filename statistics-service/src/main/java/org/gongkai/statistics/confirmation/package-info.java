/** Which bodies have confirmed that their data of a year are complete, and whether that still stands. */
package org.gongkai.statistics.confirmation;
