// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.speech.SpeechProblems;
import loalang.announcements.speech.Utterance;
import loalang.announcements.speech.espeak.ChildProcess.Outcome;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/** espeak-ng as a process. Usable on many threads at once: each utterance has its own process. */
public final class EspeakEngine implements SpeechEngine {
  /** The name by which voices ask for it. */
  public static final EngineId ID = new EngineId("espeak-ng");

  private final EspeakSettings settings;
  private volatile @Nullable String version;

  /** An engine with these settings; the program is looked for when it is first needed. */
  public EspeakEngine(EspeakSettings settings) {
    this.settings = settings;
  }

  @Override
  public EngineId id() {
    return ID;
  }

  @Override
  public String fingerprint() {
    String known = version;
    if (known == null) {
      known = askedVersion();
      version = known;
    }
    return "%s %s".formatted(known, settings);
  }

  /** A program that cannot say its version is told apart by its settings alone. */
  private String askedVersion() {
    List<String> question = List.of(settings.program(), "--version");
    try {
      Outcome answer = new ChildProcess(settings.timeLimit()).run(question, new byte[0]);
      return answer instanceof Outcome.Ended ended
          ? new String(ended.output().readAllBytes(), StandardCharsets.UTF_8).strip()
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Pcm render(Utterance utterance) {
    Outcome outcome = run(utterance);
    if (outcome instanceof Outcome.Ended ended) {
      return soundOf(ended, utterance);
    }
    if (outcome instanceof Outcome.Interrupted) {
      throw new ProblemException(SpeechProblems.cancelled());
    }
    if (outcome instanceof Outcome.TimedOut) {
      throw new ProblemException(SpeechProblems.timedOut(ID, settings.timeLimit(), utterance));
    }
    String what = "more than %d bytes".formatted(ChildProcess.MAX_OUTPUT_BYTES);
    throw new ProblemException(SpeechProblems.silent(ID, what, utterance));
  }

  private static Pcm soundOf(Outcome.Ended ended, Utterance utterance) {
    if (ended.exitCode() != 0) {
      String how = "exit code %d, \"%s\"".formatted(ended.exitCode(), ended.complaint());
      throw new ProblemException(SpeechProblems.crashed(ID, how, utterance));
    }
    return pcm(ended.output(), utterance);
  }

  private Outcome run(Utterance utterance) {
    byte[] text = utterance.text().getBytes(StandardCharsets.UTF_8);
    try {
      return new ChildProcess(settings.timeLimit()).run(command(utterance), text);
    } catch (IOException e) {
      throw new ProblemException(
          SpeechProblems.missing(
              ID,
              String.valueOf(e.getMessage()),
              "Install it with \"apt-get install espeak-ng\" and produce the notice again."),
          e);
    }
  }

  private List<String> command(Utterance utterance) {
    return List.of(
        settings.program(),
        "-v",
        utterance.voice().engineVoice(),
        "-s",
        Integer.toString(settings.wordsPerMinute()),
        "-a",
        Integer.toString(settings.amplitude()),
        "-b",
        "1", // the text is UTF-8
        "--stdin",
        "--stdout");
  }

  private static Pcm pcm(InputStream wav, Utterance utterance) {
    // The header claims two gigabytes; the stream ends where the bytes end.
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav)) {
      AudioFormat format = in.getFormat();
      if (format.getChannels() != 1 || format.getSampleSizeInBits() != 16 || format.isBigEndian()) {
        throw new ProblemException(
            SpeechProblems.silent(ID, "sound of the unknown kind " + format, utterance));
      }
      return Pcm.ofInt16LittleEndian(in.readAllBytes(), Math.round(format.getSampleRate()));
    } catch (UnsupportedAudioFileException | IOException | IllegalArgumentException e) {
      throw new ProblemException(
          SpeechProblems.silent(ID, "something that is no WAV", utterance), e);
    }
  }

  @Override
  public void close() {}
}
