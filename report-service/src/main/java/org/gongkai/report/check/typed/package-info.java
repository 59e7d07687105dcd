/**
 * Figures that a text types (1,234件, 一百四十八件, 47593.6663万元, 百分之三十三, 占…%, 同比增加…%): read, told what they are of by
 * the words beside them, and compared with what is counted. What the words do not tell is not judged.
 */
package org.gongkai.report.check.typed;
