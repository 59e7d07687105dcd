/** Statements of statistics-service: asked for with the caller's own token, and read with nothing missing. */
package org.gongkai.report.statement;
