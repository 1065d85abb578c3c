// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes of the agent as poles have them: jars with an archive beside them, made once for all
 * tests of a build. An agent then starts in half the time, and there are a hundred of them.
 */
final class AgentClasses {
  private static final Path FOLDER = Path.of("target", "agent-classes");
  private static final long REHEARSAL_SECONDS = 60;

  private AgentClasses() {}

  /** Options of the Java machine that name the classes; the flags must be those of the agent. */
  @SuppressWarnings("try") // a lock is only held
  static synchronized List<String> options(List<String> flags) throws IOException {
    Files.createDirectories(FOLDER);
    try (FileChannel lock =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.lock()) {
      List<String> jars = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) { // Java would take it for the folder we are in
          Path path = Path.of(entry);
          jars.add(Files.isDirectory(path) ? jar(path).toString() : entry);
        }
      }
      List<String> options = new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, jars)));
      Path archive = FOLDER.resolve("agent.jsa");
      if (isOlder(archive, jars)) {
        Files.deleteIfExists(archive);
        rehearse(flags, options, archive);
      }
      options.add(0, "-XX:SharedArchiveFile=" + archive.toAbsolutePath());
      return options;
    }
  }

  private static Path jar(Path classes) throws IOException {
    String name = classes.toAbsolutePath().toString().replaceAll("[^A-Za-z0-9.-]", "_");
    Path jar = FOLDER.resolve(name + ".jar").toAbsolutePath();
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    if (!isOlder(jar, files.stream().map(Path::toString).toList())) {
      return jar;
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    return jar;
  }

  private static boolean isOlder(Path made, List<String> from) throws IOException {
    if (!Files.exists(made)) {
      return true;
    }
    for (String file : from) {
      if (Files.getLastModifiedTime(Path.of(file)).compareTo(Files.getLastModifiedTime(made)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void rehearse(List<String> flags, List<String> options, Path archive)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(AgentProcess.JAVA);
    command.addAll(flags);
    command.add("-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath());
    command.addAll(options);
    Path pole = Files.createTempDirectory(FOLDER, "rehearsal");
    command.addAll(List.of(AgentProcess.MAIN, "--rehearse", "--state-dir", pole.toString()));
    Path said = FOLDER.resolve("rehearsal.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (!process.waitFor(REHEARSAL_SECONDS, TimeUnit.SECONDS) || !Files.exists(archive)) {
        process.destroyForcibly();
        throw new IOException("The agent made no archive of its classes: " + said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
