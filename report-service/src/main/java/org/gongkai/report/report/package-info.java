/** The yearly report of an organisation, assembled on demand from one statement and one form. */
package org.gongkai.report.report;
