// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;

/**
 * How the keys stand.
 *
 * @param current signs
 * @param next will sign; empty if no key is being changed
 * @param former signed before and is still obeyed; empty if none
 * @param edition of the commune's statement
 * @param trusted which keys speakers are told to obey
 * @param takenIn those of higher levels that were taken in by hand and can be taken back
 * @param adopted which edition each speaker obeys
 */
public record KeyStanding(
    KeyId current,
    Optional<KeyId> next,
    Optional<KeyId> former,
    long edition,
    List<TrustedKey> trusted,
    List<TrustedKey> takenIn,
    Map<SpeakerId, Long> adopted) {}
