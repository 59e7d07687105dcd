/** What readers stand on: one repeatable snapshot of cells, tree and positions, and the wait for a position. */
package org.gongkai.statistics.snapshot;
