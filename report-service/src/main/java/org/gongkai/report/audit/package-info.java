/** Any report handed in, read into the form and checked; nothing of it is kept. */
package org.gongkai.report.audit;
