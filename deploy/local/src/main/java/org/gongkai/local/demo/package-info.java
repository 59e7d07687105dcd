/** Qingyang 2020 and 2021, posted as department systems would, and the report that comes of it. */
package org.gongkai.local.demo;
