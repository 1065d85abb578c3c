// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.VerifyKey;
import org.jspecify.annotations.Nullable;

/**
 * A new pole asks to join. The claim code is the password of the connection it comes over.
 *
 * @param key the pole's own public key, made on the pole
 * @param proposed the name the technician gave it; null lets the office choose
 * @param agentVersion of the program on the pole
 */
public record EnrolmentRequest(VerifyKey key, @Nullable SpeakerId proposed, String agentVersion) {}
