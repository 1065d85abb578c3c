// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import loalang.announcements.normalise.VietnameseText;

/** Bytes of text: by their mark, else strictly UTF-8, else the old code page that makes sense. */
final class PlainText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

  private PlainText() {}

  static String of(String fileName, byte[] bytes) {
    String text = decoded(bytes);
    long unprintable = text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0).count();
    if (unprintable * 100 > text.length()) {
      throw Refusals.typeUnknown(fileName);
    }
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String decoded(byte[] bytes) {
    if (has(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (has(bytes, 0xff, 0xfe)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (has(bytes, 0xfe, 0xff)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return likeliest(bytes);
    }
  }

  private static String likeliest(byte[] bytes) {
    String vietnamese = Normalizer.normalize(new String(bytes, WINDOWS_1258), Normalizer.Form.NFC);
    // A font of its own needs the bytes untouched; 1252 leaves some undefined, Latin-1 none.
    String fonts = LegacyFonts.toUnicode(new String(bytes, StandardCharsets.ISO_8859_1));
    String western = new String(bytes, WINDOWS_1252);
    String best = vietnamese;
    for (String other : List.of(fonts, western)) {
      boolean better = VietnameseText.syllableShare(other) > VietnameseText.syllableShare(best);
      best = better ? other : best;
    }
    return best;
  }

  private static boolean has(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
