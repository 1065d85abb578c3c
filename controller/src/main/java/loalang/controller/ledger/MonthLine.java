// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Duration;
import loalang.protocol.SpeakerId;

/**
 * What one speaker was to play in a time and what it played.
 *
 * @param speaker which
 * @param airings it was to play
 * @param played of them, whole
 * @param urgent of them, emergencies
 * @param sounded how long its audio device consumed frames
 * @param requested how long all of them last
 * @param listened airings at which a microphone told whether the chime was heard
 * @param heard of them, those at which it was
 */
public record MonthLine(
    SpeakerId speaker,
    long airings,
    long played,
    long urgent,
    Duration sounded,
    Duration requested,
    long listened,
    long heard) {}
