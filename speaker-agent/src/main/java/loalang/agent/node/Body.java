// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.List;
import java.util.function.Supplier;
import loalang.agent.playback.SilentProbe;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Machine;

/**
 * What a pole can feel of itself.
 *
 * @param machine how hot it is, whether its supply is enough; short
 * @param disk whether it still takes what is written; may take seconds
 * @param sound whether the device still takes frames
 * @param switchesAmplifier true if the agent switches one
 */
public record Body(
    Supplier<Machine> machine,
    Supplier<List<SelfCheck>> disk,
    SilentProbe sound,
    boolean switchesAmplifier) {}
