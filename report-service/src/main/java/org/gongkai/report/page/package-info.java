/** The report as one self-contained page: official document in a browser and on paper, no script, nothing fetched. */
package org.gongkai.report.page;
