/** What a body may charge for processing information (信息处理费): the tariff of 国办函〔2020〕109号, exact to the yuan. */
package org.gongkai.intake.fee;
