/**
 * The report's sentences. Their wording is data ({@code prose-2021.json}): each entry names the figures it needs and is
 * left out whole where one of them is not known. A figure stands in a text as {@code {{name}}}, in the form's template and
 * in what the office writes alike.
 */
package org.gongkai.report.prose;
