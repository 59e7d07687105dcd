/** Processing fees (信息处理费, 国办函〔2020〕109号): section six of the report says what was collected. */
package org.gongkai.intake.processingfee;
