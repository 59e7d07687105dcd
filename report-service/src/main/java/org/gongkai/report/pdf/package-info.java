/** The report as a document to print, sign and publish: PDF/A-2a, tagged (PDF/UA-1), set as GB/T 9704-2012 has official documents. */
package org.gongkai.report.pdf;
