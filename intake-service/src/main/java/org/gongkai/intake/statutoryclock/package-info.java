/** The statutory clock of one application: what starts, stops and moves it, and the due day with its derivation; pure. */
package org.gongkai.intake.statutoryclock;
