/** The trail: what is behind each cell, with positions of its own, and all figures as they stood at an earlier position. */
package org.gongkai.statistics.trail;
