/** intake-service: records what government bodies owe the public, and says what happened as facts. */
package org.gongkai.intake;
