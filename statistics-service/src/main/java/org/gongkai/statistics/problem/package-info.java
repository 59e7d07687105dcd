/** What callers are told when it does not work: every problem type of this service, in Chinese and English. */
package org.gongkai.statistics.problem;
