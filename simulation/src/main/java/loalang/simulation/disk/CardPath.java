// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name on a card: absolute, or the last part of one. */
final class CardPath implements Path {
  private final CardFileSystem files;
  private final String name;

  CardPath(CardFileSystem files, String name) {
    this.files = files;
    this.name = name;
  }

  String name() {
    return name;
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return name.startsWith("/");
  }

  @Override
  public Path getRoot() {
    return files.path("/");
  }

  @Override
  public Path getFileName() {
    return files.path(name.substring(name.lastIndexOf('/') + 1));
  }

  @Override
  public @Nullable Path getParent() {
    int slash = name.lastIndexOf('/');
    if (slash < 0 || name.length() == 1) {
      return null;
    }
    return files.path(slash == 0 ? "/" : name.substring(0, slash));
  }

  @Override
  public Path resolve(Path other) {
    String rest = other.toString();
    if (rest.startsWith("/")) {
      return other;
    }
    return files.path(name.equals("/") ? "/" + rest : name + "/" + rest);
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return this;
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public boolean startsWith(Path other) {
    return name.startsWith(other.toString());
  }

  @Override
  public boolean endsWith(Path other) {
    return name.endsWith(other.toString());
  }

  @Override
  public int getNameCount() {
    return parts().size();
  }

  @Override
  public Path getName(int index) {
    return files.path(parts().get(index));
  }

  private List<String> parts() {
    return List.of(name.split("/", -1)).stream().filter(part -> !part.isEmpty()).toList();
  }

  @Override
  public int compareTo(Path other) {
    return name.compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CardPath that && files == that.files && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public Path subpath(int from, int to) {
    throw new UnsupportedOperationException("A card is asked for whole names.");
  }

  @Override
  public Path relativize(Path other) {
    throw new UnsupportedOperationException("A card is asked for whole names.");
  }

  @Override
  public URI toUri() {
    return URI.create("card:" + name);
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("Nobody watches a card.");
  }
}
