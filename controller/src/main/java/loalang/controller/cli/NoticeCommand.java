// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import loalang.controller.client.OfficeClient;
import loalang.controller.client.RenderWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Notices of the running office, and what they sound like. */
@Command(
    name = "notice",
    mixinStandardHelpOptions = true,
    description = {
      "Bản tin: xem, tạo bản ghi, dừng, thêm phiên bản ngôn ngữ, gửi bản ghi âm.",
      "Notices: show, render, stop a rendering, add a version, send a person's recording."
    },
    subcommands = {
      NoticeCommand.Showing.class,
      NoticeCommand.Rendering.class,
      NoticeCommand.Stopping.class,
      NoticeCommand.Version.class,
      NoticeCommand.Recording.class
    })
final class NoticeCommand implements Runnable {
  private static final String NOTICES = "/notices/";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "show, render, stop, version hay record? / which of these?");
  }

  /** A command about one notice. */
  abstract static class About extends OfficeAnswer {
    @Parameters(index = "0", paramLabel = "NOTICE", description = "Tên bản tin / its name.")
    private String notice = "";

    final String path() {
      return NOTICES + notice;
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      NoticeLines.show(answer, out);
    }
  }

  /** Shows one. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Xem bản tin, các phiên bản và lưu ý / show it, its versions and remarks.")
  static final class Showing extends About {
    @Override
    JsonNode ask(OfficeClient client) {
      return client.get(path());
    }
  }

  /** Renders one. */
  @Command(
      name = "render",
      mixinStandardHelpOptions = true,
      description = "Tạo bản ghi / render it, or one of its versions.")
  static final class Rendering extends About {
    @Option(names = "--version-name", paramLabel = "V", description = "Only this version.")
    private @Nullable String version;

    @Override
    JsonNode ask(OfficeClient client) {
      String what = version == null ? path() : path() + "/versions/" + version;
      return new RenderWatch(client, aside()).render(path(), what + "/recording");
    }
  }

  /** Stops what is being rendered. */
  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Dừng việc đang tạo bản ghi / stop its rendering; it stays as it was.")
  static final class Stopping extends About {
    @Override
    JsonNode ask(OfficeClient client) {
      client.post(path() + "/production/cancel", Map.of());
      return client.get(path());
    }
  }

  /** Writes and renders a version. */
  @Command(
      name = "version",
      mixinStandardHelpOptions = true,
      description = "Viết và tạo một phiên bản / write and render a version.")
  static final class Version extends About {
    @Parameters(index = "1", paramLabel = "VERSION", description = "vi-south, en …")
    private String version = "";

    @Option(names = "--language", paramLabel = "TAG", description = "vi, en … (default: vi).")
    private String language = "vi";

    @Option(names = "--dialect", paramLabel = "D", description = "north, central or south.")
    private @Nullable String dialect;

    @Option(names = "--voice", paramLabel = "ID", description = "Giọng / who speaks.")
    private @Nullable String voice;

    @Option(names = "--text", paramLabel = "TEXT", description = "Lời riêng / its own text.")
    private @Nullable String text;

    @Option(names = "--remove", description = "Bỏ phiên bản này / take it away instead.")
    private boolean remove;

    @Override
    JsonNode ask(OfficeClient client) {
      String what = path() + "/versions/" + version;
      if (remove) {
        return client.delete(what);
      }
      Map<String, Object> wanted = new LinkedHashMap<>(Map.of("language", language));
      put(wanted, "dialect", dialect);
      put(wanted, "voice", voice);
      put(wanted, "text", text);
      client.put(what, wanted);
      return new RenderWatch(client, aside()).render(path(), what + "/recording");
    }

    private static void put(Map<String, Object> wanted, String name, @Nullable String value) {
      if (value != null) {
        wanted.put(name, value);
      }
    }
  }

  /** Sends a person's recording. */
  @Command(
      name = "record",
      mixinStandardHelpOptions = true,
      description = {
        "Gửi tệp ghi âm làm bản tin, hoặc làm phiên bản của một bản tin.",
        "Send a recording (WAV, MP3, M4A, Ogg Opus) as a notice, or as a version of one."
      })
  static final class Recording extends OfficeAnswer {
    @Parameters(index = "0", paramLabel = "FILE", description = "Tệp âm thanh / the sound file.")
    private Path file = Path.of("");

    @Option(names = "--title", paramLabel = "TEXT", description = "Tên (default: the file's).")
    private @Nullable String title;

    @Option(names = "--language", paramLabel = "TAG", description = "vi, hmn … (default: vi).")
    private String language = "vi";

    @Option(names = "--notice", paramLabel = "NOTICE", description = "As a version of this one.")
    private @Nullable String notice;

    @Option(
        names = "--version-name",
        paramLabel = "V",
        description = "Which version, with --notice.")
    private @Nullable String version;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    JsonNode ask(OfficeClient client) {
      if ((notice == null) != (version == null)) {
        throw new ParameterException(
            spec.commandLine(), "--notice và --version-name đi cùng nhau / go together.");
      }
      String name = String.valueOf(file.getFileName());
      Map<String, String> words = new TreeMap<>(Map.of("language", language, "file", name));
      if (notice != null) {
        String path = NOTICES + notice + "/versions/" + version + "/sound";
        return client.putFile(OfficeClient.query(path, words), file);
      }
      words.put("title", title == null ? name : title);
      return client.postFile(OfficeClient.query("/recorded-notices", words), file);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      NoticeLines.show(answer, out);
    }
  }
}
