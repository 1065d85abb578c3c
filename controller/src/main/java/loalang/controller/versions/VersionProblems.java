// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;

/** Why something cannot be done with a version of a notice. Pure. */
final class VersionProblems {
  private VersionProblems() {}

  static Problem unknown(AnnouncementId notice, VersionName name) {
    return new Problem(
        "VERSION_UNKNOWN",
        "Notice %s has no version %s.".formatted(notice, name),
        "GET /api/v1/notices/%s lists those it has.".formatted(notice));
  }

  static Problem notRendered(AnnouncementId notice, VersionName name) {
    return new Problem(
        "RECORDING_MISSING",
        "Version %s of notice %s has no recording.".formatted(name, notice),
        "Render it first: POST /api/v1/notices/%s/versions/%s/recording.".formatted(notice, name));
  }

  static Problem spokenByAPerson(AnnouncementId notice, VersionName name) {
    return new Problem(
        "NOTICE_RECORDED",
        "Version %s of notice %s was spoken by a person; there is nothing to render."
            .formatted(name, notice),
        "Send another recording: PUT /api/v1/notices/%s/versions/%s/sound."
            .formatted(notice, name));
  }

  static Problem changed(AnnouncementId notice, VersionName name) {
    return new Problem(
        "VERSION_CHANGED",
        "Version %s of notice %s was changed or taken away while it was rendered."
            .formatted(name, notice),
        "Render it again.");
  }

  static Problem full(AnnouncementId notice) {
    return new Problem(
        "VERSIONS_FULL",
        "Notice %s already has %d versions.".formatted(notice, VersionDesk.MAX),
        "Take one away that no zone is set to.");
  }
}
