/** How long after its 2xx a record is counted where readers see it: by a statement, and by the stream of counts. */
package org.gongkai.benchmark.freshness;
