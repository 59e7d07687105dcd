/** The register of bodies: who they are, under whom they stand from which day on, and who goes on after them. */
package org.gongkai.intake.organisation;
