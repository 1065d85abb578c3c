// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.protocol.ProblemException;

/**
 * The catalogue of a commune. A voice that a later sheet names again keeps what that sheet does not
 * say, and moves in front of the voices of earlier sheets: to name a voice is to prefer it.
 *
 * @param voices in the order of preference
 * @param accounts with vendors, by vendor; of one that is not here, {@link CloudAccount#usual}
 */
public record VoiceCatalogue(Voices voices, Map<EngineId, CloudAccount> accounts) {
  public VoiceCatalogue {
    accounts = Map.copyOf(accounts);
  }

  /**
   * Lays sheets over each other.
   *
   * @param sheets the first is the lowest
   * @throws ProblemException VOICES_FILE_INVALID
   */
  public static VoiceCatalogue of(List<VoiceSheet> sheets) {
    Map<VoiceId, Voice> known = new LinkedHashMap<>();
    Map<EngineId, CloudAccount> accounts = new LinkedHashMap<>();
    for (VoiceSheet sheet : sheets) {
      Map<VoiceId, Voice> named = new LinkedHashMap<>();
      for (Block block : sheet.voices()) {
        Voice voice = VoiceEntry.read(block, known);
        block.made(() -> once(named, voice));
      }
      known = inFront(named, known);
      sheet.cloud().stream()
          .map(AccountEntry::read)
          .forEach(account -> accounts.put(account.engine(), account));
    }
    return new VoiceCatalogue(checked(new ArrayList<>(known.values())), accounts);
  }

  /** The agreement with a vendor. */
  public CloudAccount account(EngineId engine) {
    return accounts.getOrDefault(engine, CloudAccount.usual(engine));
  }

  private static Voice once(Map<VoiceId, Voice> named, Voice voice) {
    if (named.put(voice.id(), voice) != null) {
      throw new IllegalArgumentException("voice %s stands twice.".formatted(voice.id()));
    }
    return voice;
  }

  private static Map<VoiceId, Voice> inFront(Map<VoiceId, Voice> named, Map<VoiceId, Voice> known) {
    Map<VoiceId, Voice> ordered = new LinkedHashMap<>(named);
    known.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static Voices checked(List<Voice> voices) {
    try {
      return new Voices(voices);
    } catch (IllegalArgumentException e) {
      throw SheetFault.at(
          Optional.empty(), String.valueOf(e.getMessage()), "Mend voices.yaml so that it holds.");
    }
  }
}
