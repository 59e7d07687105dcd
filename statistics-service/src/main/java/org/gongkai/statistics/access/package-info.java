/** Who may do what, in one table, and the filter that holds every call to it. */
package org.gongkai.statistics.access;
