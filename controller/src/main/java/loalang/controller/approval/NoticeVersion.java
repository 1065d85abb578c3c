// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.nio.charset.StandardCharsets;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;

/**
 * Exactly these words and exactly this sound: what somebody approves.
 *
 * @param notice its name
 * @param text the digest of its source
 * @param recording the digest of its recording
 */
public record NoticeVersion(AnnouncementId notice, Digest text, Digest recording) {

  /** The version of a notice that has a recording. */
  public static NoticeVersion of(AnnouncementId notice, String source, Digest recording) {
    return new NoticeVersion(notice, Digest.of(source.getBytes(StandardCharsets.UTF_8)), recording);
  }

  /** One word for both digests, by which an approver says which version was heard. */
  public String word() {
    return Digest.of((text.hex() + recording.hex()).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
