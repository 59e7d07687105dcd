/** One annotation by which a test asks for <em>a</em> database and <em>a</em> broker, not for a way to make one. */
package org.gongkai.embedded.testing;
