/** How far counting has come: lanes, lag, gaps, generation, for operators and for readiness. */
package org.gongkai.statistics.progress;
