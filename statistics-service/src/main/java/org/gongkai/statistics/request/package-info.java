/** What callers send, read with limits, and refused with what to send instead. */
package org.gongkai.statistics.request;
