package org.gongkai.local;

/** Why nothing is started, in one clear sentence that says what to do; ends the launcher with exit code 1. */
public final class Sentence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The sentence. */
    public Sentence(String sentence) {
        super(sentence);
    }
}
