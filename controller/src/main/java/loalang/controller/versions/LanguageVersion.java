// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.time.Instant;
import java.util.Optional;
import loalang.protocol.RecordingRef;

/**
 * A version of a notice as the office keeps it.
 *
 * @param name the same for every notice
 * @param text how it differs
 * @param isRecorded whether a person spoke it
 * @param recording what it sounds like; empty until there is one
 * @param production how that was made, as JSON; empty until there is a recording
 * @param by who wrote or sent it
 * @param at when
 */
public record LanguageVersion(
    VersionName name,
    VersionText text,
    boolean isRecorded,
    Optional<RecordingRef> recording,
    Optional<String> production,
    String by,
    Instant at) {}
