/** Facts that could not be read: kept whole with the reason, shown, and replayed. */
package org.gongkai.statistics.unreadable;
