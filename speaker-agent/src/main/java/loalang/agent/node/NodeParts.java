// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.InstantSource;
import loalang.agent.enrolment.Identity;
import loalang.agent.journal.Journal;
import loalang.agent.playback.Player;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.recordings.Recordings;

/**
 * What a pole is made of.
 *
 * @param identity who it is
 * @param version of the program
 * @param audioOutput what plays, as a technician reads it
 * @param heartbeat how often it says its state, over 0
 * @param rules of the playout
 * @param clock the only one it reads
 * @param journal what it must not forget
 * @param player what sounds
 * @param shelf where recordings are kept
 * @param lines for the person who watches
 */
public record NodeParts(
    Identity identity,
    String version,
    String audioOutput,
    Duration heartbeat,
    PlayoutRules rules,
    InstantSource clock,
    Journal journal,
    Player player,
    Recordings.Shelf shelf,
    LifeLines lines) {}
