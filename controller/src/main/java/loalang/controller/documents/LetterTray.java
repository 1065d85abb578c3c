// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.documents;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import loalang.announcements.document.Document;
import loalang.announcements.episode.EpisodePlan;
import loalang.controller.audit.Author;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A door: letters that somebody is looking through and has not made notices of. They lie in memory,
 * a few and not for long; a restart empties the tray. On one event loop.
 */
public final class LetterTray {
  private static final int MOST = 8;
  private static final int ARRIVING = 4;
  private static final Duration LIFE = Duration.ofHours(2);
  private static final int NAME_BYTES = 8;

  private final DocumentDesk desk;
  private final Path folder;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Lying> letters = new LinkedHashMap<>(); // the oldest first
  private int arriving;

  /**
   * A letter on the tray.
   *
   * @param id its name in addresses
   * @param owner whose it is
   * @param fileName as it was uploaded
   * @param document with what is chosen to be said
   * @param plan how it is cut; empty for one notice
   */
  public record Letter(
      String id, String owner, String fileName, Document document, Optional<EpisodePlan> plan) {}

  private record Lying(Letter letter, Instant until) {}

  /**
   * An empty tray. Blocking: what a crash left in its folder is thrown away.
   *
   * @param folder where uploads are until they are read; its own
   */
  public static LetterTray open(DocumentDesk desk, Path folder, InstantSource now) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> left = Files.list(folder)) {
        for (Path upload : left.filter(Files::isRegularFile).toList()) {
          Files.delete(upload);
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "DATA_DIRECTORY_UNUSABLE",
              "%s cannot be used: %s.".formatted(folder, e.getMessage()),
              "Give the controller's user the right to write there."),
          e);
    }
    return new LetterTray(desk, folder, now);
  }

  private LetterTray(DocumentDesk desk, Path folder, InstantSource now) {
    this.desk = desk;
    this.folder = folder;
    this.now = now;
  }

  /** Where uploads are until they are read. */
  public Path folder() {
    return folder;
  }

  /**
   * Lets one more letter arrive.
   *
   * @return to be run when it has arrived or will not
   * @throws ProblemException READING_BUSY if several are on their way
   */
  public Runnable admit() {
    if (arriving >= ARRIVING) {
      throw new ProblemException(ReadingQueue.busy(arriving));
    }
    arriving++;
    return () -> arriving--;
  }

  /** Takes an upload apart and lays it on the tray; fails with a DOCUMENT code. */
  public Future<Letter> take(String owner, String fileName, Path upload) {
    return desk.readFile(fileName, () -> bytesOf(fileName, upload))
        .map(document -> lay(new Letter(name(), owner, fileName, document, Optional.empty())));
  }

  /** The letter with this name that is this owner's; throws LETTER_GONE. */
  public Letter find(String owner, String id) {
    throwAwayOld();
    return Optional.ofNullable(letters.get(id))
        .map(Lying::letter)
        .filter(letter -> letter.owner().equals(owner))
        .orElseThrow(() -> gone(id));
  }

  /** The same letter with another choice; throws LETTER_GONE. */
  public Letter choose(Letter letter, Set<Integer> said, Optional<EpisodePlan> plan) {
    find(letter.owner(), letter.id());
    Document document = letter.document();
    for (int i = 0; i < document.blocks().size(); i++) {
      if (document.blocks().get(i).spoken() != said.contains(i)) {
        document = document.withSpoken(i, said.contains(i));
      }
    }
    return lay(new Letter(letter.id(), letter.owner(), letter.fileName(), document, plan));
  }

  /** What would be said of a letter as it is chosen. */
  public <T> Future<T> show(Letter letter, Function<DocumentDesk.Imported, T> form) {
    return desk.show(letter.document(), letter.plan(), form);
  }

  /** Makes notices of a letter and takes it off the tray. */
  public Future<List<NoticeCard>> makeNotices(Letter letter, String title, Author by) {
    return desk.makeNotices(
            new DocumentDesk.Choice(letter.document(), title, letter.plan(), Set.of()), by)
        .onSuccess(made -> letters.remove(letter.id()));
  }

  private Letter lay(Letter letter) {
    letters.remove(letter.id());
    throwAwayOld();
    if (letters.size() >= MOST) {
      letters.remove(letters.keySet().iterator().next());
    }
    letters.put(letter.id(), new Lying(letter, now.instant().plus(LIFE)));
    return letter;
  }

  private void throwAwayOld() {
    Instant present = now.instant();
    letters.values().removeIf(lying -> !present.isBefore(lying.until()));
  }

  private String name() {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytesOf(String fileName, Path upload) {
    try {
      return Files.readAllBytes(upload);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "DOCUMENT_DAMAGED",
              "\"%s\" arrived and cannot be read again: %s.".formatted(fileName, e.getMessage()),
              "Send it again."),
          e);
    }
  }

  private static ProblemException gone(String id) {
    return new ProblemException(
        new Problem(
            "LETTER_GONE",
            "No letter %s is being looked through.".formatted(id),
            "Upload it again: a letter waits two hours, and not over a restart."));
  }
}
