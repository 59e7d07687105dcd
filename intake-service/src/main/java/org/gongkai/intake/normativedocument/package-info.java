/** Rules (规章) and normative documents (行政规范性文件): issued, in force, ended. */
package org.gongkai.intake.normativedocument;
