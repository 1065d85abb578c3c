// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.documents;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.announcements.NoticeFile;
import loalang.announcements.document.Document;
import loalang.announcements.document.DocumentImport;
import loalang.announcements.episode.Episode;
import loalang.announcements.episode.EpisodePlan;
import loalang.announcements.episode.EpisodeSplitter;
import loalang.announcements.script.Script;
import loalang.controller.audit.Author;
import loalang.controller.reading.Edition;
import loalang.controller.reading.NoticeReading;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.ScriptDesk;
import loalang.controller.studio.Studio;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: takes letters apart and makes notices of them. On one event loop. */
public final class DocumentDesk {
  private static final int MAX_CHARACTERS = NoticeFile.MAX_BYTES;

  private final DocumentImport importer = DocumentImport.standard();
  private final Studio studio;
  private final ScriptDesk.Reading reading;
  private final BooleanSupplier stationSpeaks;

  /**
   * A desk that hands its notices to a studio.
   *
   * @param stationSpeaks whether the station names itself before every recording, so that no
   *     episode need
   */
  public DocumentDesk(Studio studio, ScriptDesk.Reading reading, BooleanSupplier stationSpeaks) {
    this.studio = studio;
    this.reading = reading;
    this.stationSpeaks = stationSpeaks;
  }

  /**
   * A letter taken apart.
   *
   * @param document its lines and their use
   * @param reading what would be said of it
   * @param parts its episodes, each with the text of its notice; empty if none were asked for
   */
  public record Imported(Document document, NoticeReading reading, List<Part> parts) {
    public Imported {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One episode.
   *
   * @param episode what is said
   * @param text the notice that says it
   */
  public record Part(Episode episode, String text) {}

  /**
   * What is to become of a letter.
   *
   * @param document with the lines that are chosen to be said
   * @param title of its notices
   * @param plan how it is cut; empty for one notice
   * @param only the numbers of the episodes that are wanted; empty for all
   */
  public record Choice(
      Document document, String title, Optional<EpisodePlan> plan, Set<Integer> only) {
    public Choice {
      only = Set.copyOf(only);
    }
  }

  /**
   * Takes a letter apart.
   *
   * @param form what the answer is made into, on the pool
   * @return fails with a DOCUMENT code, READING_BUSY or READING_TOO_SLOW
   */
  public <T> Future<T> read(
      String name, byte[] bytes, Optional<EpisodePlan> plan, Function<Imported, T> form) {
    return reading.queue().run(() -> form.apply(imported(importer.read(name, bytes), plan)));
  }

  /** Takes a letter apart whose bytes are fetched on the pool; fails as {@link #read} does. */
  Future<Document> readFile(String name, Supplier<byte[]> bytes) {
    return reading
        .queue()
        .run(() -> imported(importer.read(name, bytes.get()), Optional.empty()).document());
  }

  /** What would be said of a letter that was taken apart before. */
  public <T> Future<T> show(
      Document document, Optional<EpisodePlan> plan, Function<Imported, T> form) {
    return reading.queue().run(() -> form.apply(imported(document, plan)));
  }

  /** Makes notices of the chosen lines, all or none. */
  public Future<List<NoticeCard>> makeNotices(Choice choice, Author by) {
    return reading.queue().run(() -> notices(choice)).compose(made -> studio.createAll(made, by));
  }

  private Imported imported(Document document, Optional<EpisodePlan> plan) {
    if (document.text().length() > MAX_CHARACTERS) {
      throw new ProblemException(
          new Problem(
              "DOCUMENT_TEXT_TOO_LONG",
              "The document holds %d characters of text; at most %d are read."
                  .formatted(document.text().length(), MAX_CHARACTERS),
              "Cut out the part that is meant for the loudspeaker and send that."));
    }
    Edition edition = reading.dictionary().get();
    Script script = edition.reader().read(document.spokenText());
    return new Imported(
        document,
        new NoticeReading(script, edition.version()),
        plan.map(wanted -> parts(document, edition, wanted)).orElse(List.of()));
  }

  private List<Part> parts(Document document, Edition edition, EpisodePlan plan) {
    EpisodePlan said = stationSpeaks.getAsBoolean() ? plan.insideTheLinesOfTheStation() : plan;
    List<Episode> episodes = EpisodeSplitter.split(document, edition.reader(), said);
    List<String> texts = EpisodeTexts.of(document, episodes);
    return episodes.stream()
        .map(episode -> new Part(episode, texts.get(episode.number() - 1)))
        .toList();
  }

  private List<Studio.Plain> notices(Choice choice) {
    if (choice.plan().isEmpty()) {
      return List.of(new Studio.Plain(choice.title(), EpisodeTexts.whole(choice.document())));
    }
    List<Part> parts = parts(choice.document(), reading.dictionary().get(), choice.plan().get());
    refuseUnless(parts, choice.only());
    return parts.stream()
        .filter(part -> choice.only().isEmpty() || choice.only().contains(part.episode().number()))
        .map(part -> new Studio.Plain(title(choice.title(), part.episode()), part.text()))
        .toList();
  }

  private static void refuseUnless(List<Part> parts, Set<Integer> only) {
    if (parts.isEmpty() || only.stream().anyMatch(number -> number > parts.size())) {
      throw new ProblemException(
          new Problem(
              "EPISODE_UNKNOWN",
              "The chosen lines make %d episodes; asked for were %s."
                  .formatted(parts.size(), only.isEmpty() ? "all" : only),
              "Choose lines that are said, and numbers of episodes there are."));
    }
  }

  private static String title(String title, Episode episode) {
    return episode.of() == 1
        ? title
        : "%s (phần %d/%d)".formatted(title, episode.number(), episode.of());
  }
}
