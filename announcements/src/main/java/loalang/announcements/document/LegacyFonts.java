// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.announcements.normalise.VietnameseText;

/**
 * Text that was typed for the fonts of the nineties, TCVN3 (".VnTime") and VNI ("VNI-Times"): Latin
 * letters that only looked Vietnamese.
 */
final class LegacyFonts {
  private static final String TCVN3_CODES =
      "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§";
  private static final String TCVN3_LETTERS =
      "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
  private static final Map<Character, Character> TCVN3 = new HashMap<>();
  private static final Map<Character, String> VNI_MARKS = new HashMap<>();
  private static final Map<Character, String> VNI_LETTERS = new HashMap<>();
  // Text that has these was typed in Unicode.
  private static final String UNICODE_ONLY = "đĐơƠưƯăĂ";

  static {
    for (int i = 0; i < TCVN3_CODES.length(); i++) {
      TCVN3.put(TCVN3_CODES.charAt(i), TCVN3_LETTERS.charAt(i));
    }
    String tones = "\u0301\u0300\u0309\u0303\u0323";
    putMarks("ùøûõï", "", tones);
    putMarks("áàåãä", "\u0302", tones);
    putMarks("éèúüë", "\u0306", tones);
    putMark('â', "\u0302");
    putMark('ê', "\u0306");
    putLetters("ñôöæóòî", "đơưỉĩịỵ");
    putLetters("ÑÔÖÆÓÒÎ", "ĐƠƯỈĨỊỴ");
  }

  private LegacyFonts() {}

  private static void putMarks(String codes, String shape, String tones) {
    for (int i = 0; i < codes.length(); i++) {
      putMark(codes.charAt(i), shape + tones.charAt(i));
    }
  }

  private static void putMark(char code, String marks) {
    VNI_MARKS.put(code, marks);
    VNI_MARKS.put(Character.toUpperCase(code), marks);
  }

  private static void putLetters(String codes, String letters) {
    for (int i = 0; i < codes.length(); i++) {
      VNI_LETTERS.put(codes.charAt(i), letters.substring(i, i + 1));
    }
  }

  /** The text in Unicode if an old font makes more Vietnamese of it, else as it is. */
  static String toUnicode(String text) {
    String old = text.lines().filter(LegacyFonts::mayBeOld).collect(Collectors.joining("\n"));
    if (old.isBlank()) {
      return text;
    }
    double asIs = VietnameseText.syllableShare(old);
    double tcvn3 = VietnameseText.syllableShare(fromTcvn3(old));
    double vni = VietnameseText.syllableShare(fromVni(old));
    if (asIs >= Math.max(tcvn3, vni)) {
      return text;
    }
    boolean isTcvn3 = tcvn3 >= vni;
    List<String> lines = List.of(text.split("\n", -1));
    return lines.stream()
        .map(line -> !mayBeOld(line) ? line : isTcvn3 ? fromTcvn3(line) : fromVni(line))
        .collect(Collectors.joining("\n"));
  }

  private static boolean mayBeOld(String line) {
    boolean foreign = line.chars().anyMatch(c -> c > 0xa0 && c < 0x100);
    boolean unicode =
        line.chars().anyMatch(c -> UNICODE_ONLY.indexOf(c) >= 0 || (c >= 0x1ea0 && c <= 0x1ef9));
    return foreign && !unicode;
  }

  static String fromTcvn3(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      letters.append((char) TCVN3.getOrDefault(text.charAt(i), text.charAt(i)));
    }
    return letters.toString();
  }

  static String fromVni(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char code = text.charAt(i);
      String marks = VNI_MARKS.get(code);
      if (marks != null && i > 0 && "aeouyôöAEOUYÔÖ".indexOf(text.charAt(i - 1)) >= 0) {
        letters.append(marks);
      } else {
        letters.append(VNI_LETTERS.getOrDefault(code, String.valueOf(code)));
      }
    }
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }
}
