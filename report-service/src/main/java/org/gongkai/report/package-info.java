/**
 * report-service: puts a statement of statistics-service into the official form, writes its sentences, checks it, and keeps
 * what the office writes.
 */
package org.gongkai.report;
