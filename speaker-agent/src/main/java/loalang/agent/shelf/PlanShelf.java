// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.shelf;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loalang.agent.disk.DurableFile;
import loalang.agent.journal.Bytes;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of plans, one file a day. A new edition is first a draft, then in the journal, then
 * in the place of the old one: after a power cut at any point a draft is simply judged again.
 */
public final class PlanShelf {
  private static final Logger LOG = LoggerFactory.getLogger(PlanShelf.class);
  private static final String SUFFIX = ".jws";
  private static final String DRAFT_SUFFIX = ".jws.new";
  private static final long MOST_BYTES = 1024 * 1024;

  private final Path directory;

  /**
   * A shelf.
   *
   * @param directory made if it is not there
   * @throws ProblemException PLANS_UNUSABLE
   */
  public PlanShelf(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * What lies on the shelf.
   *
   * @param date the file's name says so; the signed plan must say the same
   * @param envelope as it came
   */
  public record Stored(LocalDate date, Bytes envelope) {}

  /** The plans that stood when the agent ended, the earliest first. */
  public List<Stored> standing() {
    return stored(SUFFIX);
  }

  /** Plans that were on their way into their place. */
  public List<Stored> drafts() {
    return stored(DRAFT_SUFFIX);
  }

  private List<Stored> stored(String suffix) {
    List<Stored> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + suffix)) {
      for (Path file : files) {
        date(file, suffix).flatMap(date -> read(file, date)).ifPresent(all::add);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    all.sort(Comparator.comparing(Stored::date));
    return all;
  }

  private static Optional<LocalDate> date(Path file, String suffix) {
    String name = String.valueOf(file.getFileName());
    try {
      return Optional.of(LocalDate.parse(name.substring(0, name.length() - suffix.length())));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Stored> read(Path file, LocalDate date) {
    try {
      return Files.size(file) > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new Stored(date, new Bytes(Files.readAllBytes(file))));
    } catch (IOException e) {
      LOG.warn("PLAN_UNREADABLE {}: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Writes a plan beside the one that stands and waits until the disk has it.
   *
   * @throws ProblemException PLANS_UNUSABLE; then nothing has changed
   */
  public void draft(LocalDate date, byte[] envelope) {
    Path draft = file(date, DRAFT_SUFFIX);
    try {
      DurableFile.write(draft, envelope);
      DurableFile.forceFolderOf(draft);
    } catch (IOException e) {
      dropDraft(date);
      throw failed(e);
    }
  }

  /**
   * Puts the draft into its place.
   *
   * @throws ProblemException PLANS_UNUSABLE; then the draft is judged again at the next start
   */
  public void adopt(LocalDate date) {
    try {
      DurableFile.place(file(date, DRAFT_SUFFIX), file(date, SUFFIX));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Throws a draft away. */
  public void dropDraft(LocalDate date) {
    delete(file(date, DRAFT_SUFFIX));
  }

  /** Throws a day away. */
  public void remove(LocalDate date) {
    delete(file(date, SUFFIX));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("PLAN_STAYS {}: {}", file, e.getMessage());
    }
  }

  private Path file(LocalDate date, String suffix) {
    return directory.resolve(date + suffix);
  }

  private ProblemException failed(IOException e) {
    return new ProblemException(
        new Problem(
            "PLANS_UNUSABLE",
            "Plans cannot be kept in %s: %s.".formatted(directory, e.getMessage()),
            "Free space on the disk; until then this pole plays by the plans it has."),
        e);
  }
}
