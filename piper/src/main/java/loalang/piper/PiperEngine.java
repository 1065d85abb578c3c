// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.espeak.EspeakPhonemes;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Neural voices of Piper. Usable on many threads at once; a model is loaded when its voice first
 * speaks and stays until the engine is closed.
 */
public final class PiperEngine implements SpeechEngine {
  /** The name by which voices ask for it. */
  public static final EngineId ID = new EngineId("piper");

  /** About half a minute of speech in one run: memory grows with the square of the length. */
  static final int MAX_IDS = 1_500;

  private static final Logger LOG = LoggerFactory.getLogger(PiperEngine.class);

  private final Path voices;
  private final PiperSettings settings;
  private final EspeakPhonemes phonemes;
  private final Semaphore atOnce;
  private final Map<VoiceId, PiperModel> models = new ConcurrentHashMap<>();
  private volatile @Nullable String fingerprint;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "piper-alarm");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * An engine for the voices of a directory.
   *
   * @param phonemes how words sound
   */
  public PiperEngine(Path voices, PiperSettings settings, EspeakPhonemes phonemes) {
    this.voices = voices;
    this.settings = settings;
    this.phonemes = phonemes;
    this.atOnce = new Semaphore(settings.atOnce(), true);
  }

  @Override
  public EngineId id() {
    return ID;
  }

  /** Looked at once, as a loaded model stays: a model laid here later is not what speaks. */
  @Override
  public String fingerprint() {
    String known = fingerprint;
    if (known == null) {
      known = "%s tempo %s, %s".formatted(ID, settings.tempo(), ModelFolder.contents(voices));
      fingerprint = known;
    }
    return known;
  }

  @Override
  public Pcm render(Utterance utterance) {
    PiperModel model =
        models.computeIfAbsent(utterance.voice().id(), id -> load(utterance.voice()));
    List<List<Long>> runs = runs(utterance, model.config());
    List<float[]> sounds = new ArrayList<>();
    for (List<Long> ids : runs) {
      sounds.add(speak(model, ids, utterance));
    }
    return joined(sounds, model.config().rateHertz(), utterance);
  }

  private PiperModel load(Voice voice) {
    return PiperModel.load(ModelFolder.of(voices, voice), settings.freeBytes().getAsLong());
  }

  /** The clauses of the utterance, as many in one run as the model bears. */
  private List<List<Long>> runs(Utterance utterance, PiperConfig config) {
    List<List<Long>> runs = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    String ipa = "";
    for (Clauses.Clause clause : Clauses.of(utterance.text())) {
      String next = phonemes.of(clause.words(), config.espeakVoice(), utterance) + clause.sign();
      String longer = ipa.isEmpty() ? next : ipa + " " + next;
      if (!ipa.isEmpty() && PhonemeIds.of(longer, config.ids()).ids().size() > MAX_IDS) {
        add(runs, PhonemeIds.of(ipa, config.ids()), unknown);
        longer = next;
      }
      ipa = longer;
    }
    add(runs, PhonemeIds.of(ipa, config.ids()), unknown);
    if (!unknown.isEmpty()) {
      LOG.warn("voice={} does not know the phonemes {}", utterance.voice().id(), unknown);
    }
    if (runs.isEmpty()) {
      throw new ProblemException(SpeechProblems.silent(ID, "no phoneme", utterance));
    }
    return runs;
  }

  private static void add(List<List<Long>> runs, PhonemeIds ids, Set<String> unknown) {
    unknown.addAll(ids.unknown());
    if (ids.isSilent()) {
      return;
    }
    for (int from = 0; from < ids.ids().size(); from += MAX_IDS) {
      runs.add(ids.ids().subList(from, Math.min(ids.ids().size(), from + MAX_IDS)));
    }
  }

  private float[] speak(PiperModel model, List<Long> ids, Utterance utterance) {
    long startedNanos = System.nanoTime();
    try {
      atOnce.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(SpeechProblems.crashed(ID, "interrupted", utterance), e);
    }
    try {
      startedNanos = System.nanoTime();
      return model.run(ids, settings.tempo(), new PiperModel.Alarm(clock, settings.timeLimit()));
    } catch (OrtException e) {
      boolean isLate = System.nanoTime() - startedNanos >= settings.timeLimit().toNanos();
      throw new ProblemException(
          isLate
              ? SpeechProblems.timedOut(ID, settings.timeLimit(), utterance)
              : SpeechProblems.crashed(ID, String.valueOf(e.getMessage()), utterance),
          e);
    } finally {
      atOnce.release();
    }
  }

  private static Pcm joined(List<float[]> sounds, int rateHertz, Utterance utterance) {
    float[] whole = new float[sounds.stream().mapToInt(sound -> sound.length).sum()];
    int at = 0;
    for (float[] sound : sounds) {
      System.arraycopy(sound, 0, whole, at, sound.length);
      at += sound.length;
    }
    try {
      return Pcm.of(whole, rateHertz);
    } catch (IllegalArgumentException notFinite) {
      String what = "sound that is none (%s)".formatted(notFinite.getMessage());
      throw new ProblemException(SpeechProblems.silent(ID, what, utterance), notFinite);
    }
  }

  @Override
  public boolean isTrained() {
    return true;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    models.values().forEach(PiperModel::close);
    models.clear();
  }
}
