/**
 * report-service: puts a statement of statistics-service into the official form and checks it. It keeps nothing yet: the
 * narratives and editions for which it has a database come later.
 */
package org.gongkai.report;
