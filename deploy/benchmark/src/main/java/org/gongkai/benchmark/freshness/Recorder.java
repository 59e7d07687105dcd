package org.gongkai.benchmark.freshness;

/** Who records for a body, and reads its counts. */
record Recorder(String code, String token) {}
