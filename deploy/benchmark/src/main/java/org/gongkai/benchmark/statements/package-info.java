/** How long a statement takes as facts grow a thousandfold, beside GROUP BY over the same facts in the same server. */
package org.gongkai.benchmark.statements;
