/** Kills parts while a client posts, and counts what was acknowledged against what was counted. */
package org.gongkai.acceptance.faults;
