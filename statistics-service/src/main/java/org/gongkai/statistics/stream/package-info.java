/** The stream of a body's figures: one hub that works each of them out once, and the connections that hear of it. */
package org.gongkai.statistics.stream;
