// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names on one card. */
final class CardFileSystem extends FileSystem {
  private final Card card;
  private final CardProvider provider;

  CardFileSystem(Card card) {
    this.card = card;
    this.provider = new CardProvider(card);
  }

  CardPath path(String name) {
    return new CardPath(this, name);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public Path getPath(String first, String... more) {
    return path(more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    String glob = syntaxAndPattern.substring("glob:".length());
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char letter = glob.charAt(i);
      switch (letter) {
        case '*' -> regex.append("[^/]*");
        case '{' -> regex.append("(?:");
        case '}' -> regex.append(')');
        case ',' -> regex.append('|');
        default -> regex.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    Pattern pattern = Pattern.compile(regex.toString());
    return path -> pattern.matcher(path.toString()).matches();
  }

  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(card.root());
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("A card has no owners.");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("Nobody watches a card.");
  }
}
