/** How long one report takes in each format and how much memory, beside a browser that prints the same page. */
package org.gongkai.benchmark.formats;
