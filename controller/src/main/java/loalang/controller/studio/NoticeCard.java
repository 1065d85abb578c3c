// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.time.Instant;
import java.util.Optional;
import loalang.protocol.AnnouncementId;
import loalang.protocol.RecordingRef;

/**
 * A notice as the office keeps it.
 *
 * @param id its name
 * @param title for lists
 * @param source the text as it was handed in; what it is about, if a person spoke it
 * @param isRecorded whether a person spoke it
 * @param created when
 * @param recording what it sounds like; empty until it is rendered
 * @param production how it was read, as JSON; empty until it is rendered
 */
public record NoticeCard(
    AnnouncementId id,
    String title,
    String source,
    boolean isRecorded,
    Instant created,
    Optional<RecordingRef> recording,
    Optional<String> production) {}
