package org.gongkai.intake.otherrequest;

/** How a request ended. */
interface Result {

    /** Whether another body handles it now, which is to be named. */
    boolean transferred();
}
