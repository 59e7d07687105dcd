/** The tree of organisations as counted: dated places, mergers, and who is a member of whom on a day. */
package org.gongkai.statistics.organisation;
