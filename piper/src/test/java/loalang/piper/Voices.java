// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;

/** Installed voices for tests. */
final class Voices {
  static final Voice LAN =
      new Voice(new VoiceId("co-lan"), PiperEngine.ID, "lan", Language.VIETNAMESE, "CC0-1.0");

  /** Every symbol that Piper's models know, in the order of their numbers. */
  private static final String SYMBOLS =
      "_^$ !'(),-.:;?abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺ"
          + "ɻɽɾ"
          + "ʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻⱱ0123456789\u0327\u0303\u032a\u032f\u0329ʰˤε↓#\"↑"
          + "\u033a\u033b";

  private Voices() {}

  static Path install(Path voices, byte[] model, String config) throws IOException {
    Path folder = Files.createDirectories(voices.resolve("co-lan"));
    Files.write(folder.resolve("lan.onnx"), model);
    Files.writeString(folder.resolve("lan.onnx.json"), config);
    return folder;
  }

  /** A configuration of the shape the published ones have. */
  static ObjectNode config() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.putObject("audio").put("sample_rate", 22_050);
    root.putObject("espeak").put("voice", "vi");
    root.putObject("inference")
        .put("noise_scale", 0.667)
        .put("length_scale", 1)
        .put("noise_w", 0.8);
    ObjectNode map = root.putObject("phoneme_id_map");
    int number = 0;
    for (int symbol : SYMBOLS.codePoints().toArray()) {
      map.putArray(Character.toString(symbol)).add(number++);
    }
    return root.put("num_symbols", 256).put("num_speakers", 1);
  }

  static Utterance utterance(String text) {
    return new Utterance(text, text.split("\\s+").length, LAN);
  }
}
