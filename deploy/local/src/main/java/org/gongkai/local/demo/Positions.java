package org.gongkai.local.demo;

import java.util.TreeMap;

/** Position tokens of several writes, merged lane by lane, the higher winning ({@code docs/contracts/position.md}). */
public final class Positions {

    private static final int BASE = 36;

    private final TreeMap<Integer, Long> lanes = new TreeMap<>();
    private String generation = "1";

    /** Takes a token in. */
    public synchronized void add(String token) {
        String[] words = token.split("\\.");
        generation = words[0];
        for (int i = 1; i < words.length; i++) {
            String[] lane = words[i].split("-");
            lanes.merge(Integer.parseInt(lane[0], BASE), Long.parseLong(lane[1], BASE), Math::max);
        }
    }

    /** One token for all. */
    public synchronized String token() {
        StringBuilder token = new StringBuilder(generation);
        lanes.forEach((lane, position) -> token.append('.')
                .append(Integer.toString(lane, BASE))
                .append('-')
                .append(Long.toString(position, BASE)));
        return token.toString();
    }
}
