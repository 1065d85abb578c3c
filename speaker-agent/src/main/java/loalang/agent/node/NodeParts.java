// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.util.random.RandomGenerator;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.playback.Loudspeaker;
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.KeyRing;

/**
 * What a pole is made of.
 *
 * @param identity who it is
 * @param version of the program
 * @param audioOutput what plays, as a technician reads it
 * @param heartbeat how often it says its state, over 0
 * @param rules of the playout
 * @param learnsRelease true if it asks for releases once it has seen one
 * @param clock the only one it reads
 * @param ring the keys it obeys at the start
 * @param keys where they are kept
 * @param journal what it must not forget
 * @param player what sounds
 * @param shelf where recordings are kept
 * @param plans where plans are kept
 * @param body what it can feel of itself
 * @param gainByHour how much quieter it is at certain hours
 * @param random for nonces nobody can guess, and to spread the askings of a village
 * @param lines for the person who watches
 */
public record NodeParts(
    Identity identity,
    String version,
    String audioOutput,
    Duration heartbeat,
    PlayoutRules rules,
    boolean learnsRelease,
    NodeClock clock,
    KeyRing ring,
    KeyRingStore keys,
    Journal journal,
    Loudspeaker player,
    Recordings.Shelf shelf,
    PlanShelf plans,
    Body body,
    HourlyGain gainByHour,
    RandomGenerator random,
    LifeLines lines) {}
