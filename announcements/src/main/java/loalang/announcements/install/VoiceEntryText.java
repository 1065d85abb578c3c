// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDialect;

/** A voice as the sheet that lies in its folder, without the addresses it came from. */
final class VoiceEntryText {
  private VoiceEntryText() {}

  static String of(Voice voice) {
    StringBuilder sheet = new StringBuilder("# Written by ./loa voices install\nvoices:\n");
    line(sheet, "  - id", voice.id().value());
    line(sheet, "    engine", voice.engine().value());
    line(sheet, "    engine-voice", voice.engineVoice());
    line(sheet, "    language", voice.language().tag());
    line(sheet, "    licence", voice.licence());
    line(sheet, "    licence-accepted", Boolean.toString(voice.details().licenceAccepted()));
    line(sheet, "    sex", voice.details().sex().written());
    line(sheet, "    cost", voice.details().cost().written());
    VoiceDialect dialect = voice.details().dialect();
    if (dialect != null) {
      line(sheet, "    dialect", dialect.written());
    }
    if (voice.details().fallback() != null) {
      line(sheet, "    fallback", voice.details().fallback().value());
    }
    return sheet.toString();
  }

  /** Quoted by the rules of YAML, whatever the value. */
  private static void line(StringBuilder sheet, String key, String value) {
    sheet.append(key).append(": '").append(value.replace("'", "''")).append("'\n");
  }
}
