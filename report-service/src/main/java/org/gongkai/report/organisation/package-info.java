/** Bodies as statistics-service counts them: whether a caller reaches one is its answer, for it knows the tree. */
package org.gongkai.report.organisation;
