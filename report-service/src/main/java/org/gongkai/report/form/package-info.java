/** The official form of the yearly report as data: rows, columns, wording and identities, by edition. */
package org.gongkai.report.form;
