/** Who may do what: one table, one filter, and the caller as the token names it. */
package org.gongkai.report.access;
