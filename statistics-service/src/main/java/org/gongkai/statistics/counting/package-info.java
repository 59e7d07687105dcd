/** Cells, the signed deltas that facts become, and how a batch folds into one delta per cell. */
package org.gongkai.statistics.counting;
