/** The facts behind a cell of a statement, page by page; their sum is the cell. */
package org.gongkai.statistics.drilldown;
