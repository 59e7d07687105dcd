package org.gongkai.benchmark.drain;

import org.gongkai.benchmark.Memory;

/** Main class of a peer's own process: {@code PeerProgram KIND …assignment}. Prints its reading. */
final class PeerProgram {

    private PeerProgram() {}

    public static void main(String[] arguments) throws Exception {
        Assignment assignment = Assignment.of(arguments, 1);
        Stopwatch watch = new Stopwatch(assignment.expected(), assignment.most());
        Peer.valueOf(arguments[0]).run(assignment, watch);
        System.out.println(new Reading(
                        watch.facts(),
                        watch.seconds(),
                        Memory.peak(ProcessHandle.current().pid()))
                .line());
    }
}
