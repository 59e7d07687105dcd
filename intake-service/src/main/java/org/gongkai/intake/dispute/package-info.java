/** Administrative reviews (行政复议) and lawsuits (行政诉讼) about disclosure: filed, concluded, appealed; table four. */
package org.gongkai.intake.dispute;
