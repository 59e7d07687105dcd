/** The report as plain text, to be read, searched and compared without an office program. */
package org.gongkai.report.text;
