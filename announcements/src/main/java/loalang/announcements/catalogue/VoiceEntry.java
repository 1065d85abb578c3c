// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.announcements.voice.Cost;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.ModelFile;
import loalang.announcements.voice.Sex;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDetails;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import org.jspecify.annotations.Nullable;

/** A block under "voices:" as a value: a new voice whole, a known one changed. */
final class VoiceEntry {
  private static final String ANY_ID = "an id of a-z, 0-9 and '-'";
  private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);
  private static final List<String> FILE_KEYS = List.of("address", "sha256");

  private VoiceEntry() {}

  static Voice read(Block block, Map<VoiceId, Voice> known) {
    VoiceId id = block.required("id", ANY_ID, VoiceId::new);
    Voice before = known.get(id);
    return before == null ? whole(block, id) : changed(block, before);
  }

  private static Voice whole(Block block, VoiceId id) {
    EngineId engine = block.required("engine", "espeak-ng", EngineId::new);
    String engineVoice = block.required("engine-voice", "vi+f5", Function.identity());
    Language language = block.required("language", "vi", Language::new);
    String licence = block.required("licence", "CC-BY-4.0", Function.identity());
    VoiceDetails details = details(block, VoiceDetails.PLAIN);
    return block.made(() -> new Voice(id, engine, engineVoice, language, licence, details));
  }

  private static Voice changed(Block block, Voice before) {
    EngineId engine = block.optional("engine", "espeak-ng", EngineId::new).orElse(before.engine());
    String engineVoice =
        block
            .optional("engine-voice", "vi+f5", Function.<String>identity())
            .orElse(before.engineVoice());
    Language language = block.optional("language", "vi", Language::new).orElse(before.language());
    String licence =
        block
            .optional("licence", "CC-BY-4.0", Function.<String>identity())
            .orElse(before.licence());
    VoiceDetails details = details(block, before.details());
    return block.made(
        () -> new Voice(before.id(), engine, engineVoice, language, licence, details));
  }

  private static VoiceDetails details(Block block, VoiceDetails before) {
    return new VoiceDetails(
        dialect(block, before.dialect()),
        block.word("sex", words(Sex.values(), Sex::written)).orElse(before.sex()),
        block.word("cost", words(Cost.values(), Cost::written)).orElse(before.cost()),
        block
            .word("enabled", TRUTH)
            .map(on -> on ? Standing.READY : Standing.SWITCHED_OFF)
            .orElse(before.standing()),
        block.word("licence-accepted", TRUTH).orElse(before.licenceAccepted()),
        fallback(block, before.fallback()),
        block
            .blocks("files", FILE_KEYS)
            .map(files -> files.stream().map(VoiceEntry::file).toList())
            .orElse(before.files()));
  }

  private static @Nullable VoiceDialect dialect(Block block, @Nullable VoiceDialect before) {
    return block
        .word("dialect", words(VoiceDialect.values(), VoiceDialect::written))
        .orElse(before);
  }

  private static @Nullable VoiceId fallback(Block block, @Nullable VoiceId before) {
    return block.optional("fallback", "the id of another voice", VoiceId::new).orElse(before);
  }

  private static ModelFile file(Block block) {
    URI address = block.required("address", "https://…", URI::create);
    String sha256 = block.optional("sha256", "64 digits", Function.<String>identity()).orElse(null);
    return block.made(() -> new ModelFile(address, sha256));
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> written) {
    return Arrays.stream(values).collect(Collectors.toMap(written, Function.identity()));
  }
}
