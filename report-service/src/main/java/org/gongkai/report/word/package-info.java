/** The report as a Word document in the typography of official documents, for the office to edit, sign and print. */
package org.gongkai.report.word;
