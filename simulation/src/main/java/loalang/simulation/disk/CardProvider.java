// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code java.nio.file} may ask of a card. */
final class CardProvider extends FileSystemProvider {
  private final Card card;

  CardProvider(Card card) {
    this.card = card;
  }

  private static String name(Path path) {
    return ((CardPath) path).name();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    String name = name(path);
    if (card.isFolder(name)) {
      return new CardChannel(card, name, new CardFile());
    }
    if (!card.isFile(name) && !options.contains(StandardOpenOption.CREATE)) {
      throw new NoSuchFileException(name);
    }
    CardFile file = card.isFile(name) ? card.existing(name) : card.make(name);
    if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      card.truncate(file, 0);
    }
    return new CardChannel(card, name, file);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> inside = new ArrayList<>();
    for (String name : card.list(name(folder))) {
      Path path = folder.getFileSystem().getPath(name);
      if (filter.accept(path)) {
        inside.add(path);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return inside.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    card.makeFolder(name(folder));
  }

  @Override
  public void delete(Path path) throws IOException {
    card.delete(name(path));
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    card.move(name(from), name(to));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    if (!card.isFolder(name(path))) {
      card.existing(name(path));
    }
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> kind, LinkOption... options) throws IOException {
    String name = name(path);
    CardFile file = card.isFolder(name) ? new CardFile() : card.existing(name);
    return kind.cast(new CardAttributes(card.isFolder(name), file.size(), file.modifiedMillis()));
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public String getScheme() {
    return "card";
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException("Nobody copies on a card.");
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("A card is made by its constructor.");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("A card has no address.");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("A card has no address.");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("A card tells its free room itself.");
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> kind, LinkOption... options) {
    throw new UnsupportedOperationException("A card has sizes and dates.");
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String which, LinkOption... options) {
    throw new UnsupportedOperationException("A card has sizes and dates.");
  }

  @Override
  public void setAttribute(Path path, String which, Object value, LinkOption... options) {
    throw new UnsupportedOperationException("A card has sizes and dates.");
  }
}
