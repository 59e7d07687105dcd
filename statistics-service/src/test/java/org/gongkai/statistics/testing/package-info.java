/** What the tests share: a topic and a stand-in for intake's journal, tokens, and facts. */
package org.gongkai.statistics.testing;
