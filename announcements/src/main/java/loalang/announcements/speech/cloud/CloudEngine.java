// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.Utterance;
import loalang.announcements.voice.EngineId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** One vendor as an engine. The key is looked up for each utterance: a new one needs no restart. */
final class CloudEngine implements SpeechEngine {
  private final VendorDoor door;
  private final URI address;
  private final CloudKeys keys;
  private final CloudBudget budget;
  private final CloudLimits limits;
  private final HttpClient client;

  CloudEngine(VendorDoor door, URI address, Purse purse) {
    this.door = door;
    this.address = address;
    this.keys = purse.keys();
    this.budget = purse.budget();
    this.limits = purse.limits();
    this.client = CloudHttp.client(limits);
  }

  /** What an engine needs of the commune. */
  record Purse(CloudKeys keys, CloudBudget budget, CloudLimits limits) {}

  @Override
  public EngineId id() {
    return door.id();
  }

  @Override
  public String fingerprint() {
    return "%s %s".formatted(door.id(), address);
  }

  @Override
  public Pcm render(Utterance utterance) {
    Map<String, Secret> found = found(utterance);
    CloudHttp http = new CloudHttp(client, door.id(), address, limits, found.values());
    Vendor vendor = door.open().apply(http, found);
    List<Pcm> sounds = new ArrayList<>();
    for (String piece : TextPieces.of(utterance.text(), door.maxCharacters())) {
      budget.spend(piece.length());
      sounds.add(decoded(vendor.speak(piece, utterance.voice().engineVoice())));
    }
    return joined(sounds);
  }

  private Map<String, Secret> found(Utterance utterance) {
    Map<String, Secret> found = new HashMap<>();
    for (String name : door.keys()) {
      found.put(
          name,
          keys.find(name)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          new Problem(
                              "VOICE_KEY_MISSING",
                              "Voice %s needs the key %s, and there is none."
                                  .formatted(utterance.voice().id(), name),
                              "Put it into %s with the rights 600, or choose another voice."
                                  .formatted(keys.directory().resolve(name))))));
    }
    return found;
  }

  private Pcm decoded(byte[] bytes) {
    try {
      return SoundAnswer.decode(bytes);
    } catch (IOException e) {
      throw new ProblemException(
          CloudProblems.rubbish(door.id(), String.valueOf(e.getMessage())), e);
    }
  }

  private Pcm joined(List<Pcm> sounds) {
    int rate = sounds.get(0).rateHertz();
    float[] whole = new float[sounds.stream().mapToInt(Pcm::length).sum()];
    int at = 0;
    for (Pcm sound : sounds) {
      if (sound.rateHertz() != rate) {
        throw new ProblemException(
            CloudProblems.rubbish(
                door.id(), "pieces of %d and %d Hz".formatted(rate, sound.rateHertz())));
      }
      System.arraycopy(sound.samples(), 0, whole, at, sound.length());
      at += sound.length();
    }
    return Pcm.of(whole, rate);
  }

  /** What all three vendors sell is neural speech. */
  @Override
  public boolean isTrained() {
    return true;
  }

  @Override
  public void close() {
    // the client of Java 17 cannot be closed; its threads end when nobody holds it
  }
}
