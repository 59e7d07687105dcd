/**
 * A register of its own for what reaches a body under the Regulations and is no disclosure application: requests to rectify a
 * record about oneself (更正申请, article 41) and complaints about disclosure (投诉举报, articles 47 and 51). The form of the
 * report has no row for them, so nothing here is a fact: nothing is journaled, published or counted.
 */
package org.gongkai.intake.otherrequest;
