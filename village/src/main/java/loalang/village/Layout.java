// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the programs and their state lie.
 *
 * @param root the folder that holds the modules
 * @param home where state may be kept
 */
public record Layout(Path root, Path home) {

  /** As the launcher says, or as seen from a module's folder when a test runs there. */
  public static Layout ofThisProcess() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Path.of(System.getProperty("loa.root", here.resolve("..").normalize().toString()));
    return new Layout(
        root, Path.of(System.getProperty("loa.home", root.resolve(".loa").toString())));
  }

  /** The options of a program's Java machine: the same file the launcher gives it. */
  public List<String> javaOptions(String program) {
    return List.of("@" + root.resolve("config").resolve("java").resolve(program + ".options"));
  }

  /** The program of a module. */
  public Path program(String module) {
    return root.resolve(module).resolve("target").resolve(module + ".jar");
  }
}
