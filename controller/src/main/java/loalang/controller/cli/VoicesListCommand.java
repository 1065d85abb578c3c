// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDetails;
import loalang.announcements.voice.VoiceDialect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalogue in the order of preference. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Các giọng đọc, giọng ưu tiên đứng trước.",
      "The voices, preferred ones first; with standing, licence and cost."
    })
final class VoicesListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private VoicesOption office = new VoicesOption();

  @Option(names = "--json", description = "One array of objects.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode list = new ObjectMapper().createArrayNode();
      office.installation().voices().all().forEach(voice -> describe(voice, list.addObject()));
      out.println(list);
    } else {
      office.installation().voices().all().forEach(voice -> out.println(line(voice)));
    }
    out.flush();
    return 0;
  }

  private static String line(Voice voice) {
    VoiceDetails details = voice.details();
    return "%s %-22s %-4s %-8s %-9s %-22s %s%s"
        .formatted(
            voice.isReady() ? "✓" : "–",
            voice.id(),
            voice.language(),
            dialect(details),
            details.sex().written(),
            voice.licence(),
            details.cost().written(),
            voice.isReady() ? "" : "  " + standing(voice));
  }

  private static void describe(Voice voice, ObjectNode into) {
    VoiceDetails details = voice.details();
    into.put("id", voice.id().value())
        .put("engine", voice.engine().value())
        .put("engineVoice", voice.engineVoice())
        .put("language", voice.language().tag())
        .put("dialect", dialect(details))
        .put("sex", details.sex().written())
        .put("licence", voice.licence())
        .put("cost", details.cost().written())
        .put("ready", voice.isReady())
        .put("standing", standing(voice));
    if (details.fallback() != null) {
      into.put("fallback", details.fallback().value());
    }
  }

  private static String dialect(VoiceDetails details) {
    VoiceDialect dialect = details.dialect();
    return dialect == null ? "" : dialect.written();
  }

  private static String standing(Voice voice) {
    return voice.isLicensed()
        ? voice.details().standing().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : "licence-not-accepted";
  }
}
