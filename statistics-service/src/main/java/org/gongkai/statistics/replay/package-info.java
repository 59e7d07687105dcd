/** Unreadable facts shown to operators, and counted once they can be read. */
package org.gongkai.statistics.replay;
