/** What every resource reads of a request and says in the header of its answer, whatever it is about. */
package org.gongkai.report.request;
