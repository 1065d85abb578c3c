// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.voice;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * Where somebody speaks a notice.
 *
 * @param form as it stands in the form
 * @param denied why whoever looks may not; empty if they may
 * @param problem why it was not taken
 */
public record VoicePage(VoiceForm form, Optional<Problem> denied, Optional<Problem> problem) {}
