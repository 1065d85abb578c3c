// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

/**
 * What the station says around every notice of one language, spoken by the notice's own voice.
 *
 * @param opening before it, for example "Đây là đài truyền thanh xã …"; blank for nothing
 * @param closing after it; blank for nothing
 * @param syntheticNotice said last of all, that the voice is a machine's; blank for nothing
 */
public record StationText(String opening, String closing, String syntheticNotice) {
  /** Says nothing. */
  public static final StationText SILENT = new StationText("", "", "");

  /** How Vietnamese listeners are told that a machine spoke. */
  public static final String VIETNAMESE_SYNTHETIC_NOTICE =
      "Bản tin được đọc bằng giọng nói nhân tạo.";

  /** The same in English. */
  public static final String ENGLISH_SYNTHETIC_NOTICE =
      "This announcement was read by a synthetic voice.";
}
