// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A memory card. What was forced outlives a power cut; of what was not, chance decides. Names are
 * kept in the order in which they changed, as a file system with a journal keeps them.
 */
public class Card {
  private final CardFileSystem files = new CardFileSystem(this);
  private final RandomGenerator chance;
  private final LongSupplier nowMillis;
  private final long mostBytes;
  private final TreeMap<String, CardFile> byName = new TreeMap<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final Map<String, List<Renamed>> unforced = new HashMap<>();
  private long reserved;
  private int fuse = Integer.MAX_VALUE;
  private boolean dead;

  /** One change of one name; null for a file that is not there. */
  private record Renamed(String name, @Nullable CardFile before, @Nullable CardFile after) {}

  /**
   * An empty card.
   *
   * @param mostBytes how much fits on it
   * @param chance decides what a power cut leaves
   * @param nowMillis the time for the dates of files
   */
  public Card(long mostBytes, RandomGenerator chance, LongSupplier nowMillis) {
    this.mostBytes = mostBytes;
    this.chance = chance;
    this.nowMillis = nowMillis;
    folders.add("/");
  }

  /** The folder in which everything lies. */
  public Path root() {
    return files.path("/");
  }

  /** The power goes away after so many more operations, 1 or more. */
  public void lightFuse(int operations) {
    fuse = operations;
  }

  /** Somebody else's bytes take room, or give it back with 0. */
  public void fillUp(long bytes) {
    reserved = bytes;
  }

  /** How much still fits. */
  public long usableBytes() {
    long used = reserved;
    for (CardFile file : byName.values()) {
      used += file.size();
    }
    return Math.max(0, mostBytes - used);
  }

  /** A process ended: what it had written is with the system and stays. */
  public void processEnded() {
    dead = false;
    fuse = Integer.MAX_VALUE;
  }

  /** The power is gone and comes back: what was not forced is lost, kept or torn. */
  public void powerCut() {
    processEnded();
    unforced.keySet().stream().sorted().toList().forEach(this::cutNames);
    unforced.clear();
    byName.values().forEach(file -> file.cut(chance));
  }

  private void cutNames(String folder) {
    List<Renamed> changes = unforced.getOrDefault(folder, List.of());
    int kept = chance.nextInt(changes.size() + 1);
    for (int i = changes.size() - 1; i >= kept; i--) {
      put(changes.get(i).name, changes.get(i).before);
    }
  }

  private void put(String name, @Nullable CardFile file) {
    if (file == null) {
      byName.remove(name);
    } else {
      byName.put(name, file);
    }
  }

  /** Something is done to the card; the power may go away before it. */
  void operate() {
    if (dead || --fuse < 0) {
      dead = true;
      throw new PowerCut();
    }
  }

  CardFile existing(String name) throws NoSuchFileException {
    CardFile file = byName.get(name);
    if (file == null) {
      throw new NoSuchFileException(name);
    }
    return file;
  }

  boolean isFile(String name) {
    return byName.containsKey(name);
  }

  boolean isFolder(String name) {
    return folders.contains(name);
  }

  void makeFolder(String name) throws FileAlreadyExistsException {
    if (!folders.add(name)) {
      throw new FileAlreadyExistsException(name);
    }
  }

  CardFile make(String name) throws IOException {
    operate();
    if (!isFolder(folderOf(name))) {
      throw new NoSuchFileException(name);
    }
    CardFile fresh = new CardFile();
    fresh.touched(nowMillis.getAsLong());
    rename(name, fresh);
    return fresh;
  }

  void delete(String name) throws IOException {
    operate();
    existing(name);
    rename(name, null);
  }

  void move(String from, String to) throws IOException {
    operate();
    CardFile file = existing(from);
    rename(to, file);
    rename(from, null);
  }

  private void rename(String name, @Nullable CardFile after) {
    CardFile before = byName.get(name);
    unforced
        .computeIfAbsent(folderOf(name), any -> new ArrayList<>())
        .add(new Renamed(name, before, after));
    put(name, after);
  }

  void write(CardFile file, int at, byte[] fresh) throws IOException {
    if (fuse <= 0 && !dead) {
      file.write(at, Arrays.copyOf(fresh, chance.nextInt(fresh.length + 1)));
    }
    operate();
    long grows = Math.max(0, at + (long) fresh.length - file.size());
    if (grows > 0 && grows > usableBytes()) {
      throw new IOException("No space left on device");
    }
    file.write(at, fresh);
    file.touched(nowMillis.getAsLong());
  }

  void truncate(CardFile file, int to) {
    operate();
    file.truncate(to);
  }

  /** The card has the bytes of a file, or the names in a folder, when this returns. */
  void force(String name, CardFile file) {
    operate();
    if (!keeps(name)) {
      return;
    }
    if (isFolder(name)) {
      unforced.remove(name);
    } else {
      file.force();
    }
  }

  /**
   * True if the card does what it says when it is told to keep a file or the names in a folder. A
   * card that lies is a sabotage.
   *
   * @param name absolute
   */
  protected boolean keeps(String name) {
    return true;
  }

  /** The names of the files in a folder, sorted. */
  List<String> list(String folder) throws NoSuchFileException {
    if (!isFolder(folder)) {
      throw new NoSuchFileException(folder);
    }
    String prefix = folder.equals("/") ? "/" : folder + "/";
    List<String> inside = new ArrayList<>();
    for (String name : byName.tailMap(prefix).keySet()) {
      if (!name.startsWith(prefix)) {
        break;
      }
      if (name.indexOf('/', prefix.length()) < 0) {
        inside.add(name);
      }
    }
    return inside;
  }

  private static String folderOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash <= 0 ? "/" : name.substring(0, slash);
  }
}
