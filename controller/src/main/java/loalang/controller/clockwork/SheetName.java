// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import loalang.schedules.programme.ProgrammeSheet;

/**
 * How an officer calls a sheet.
 *
 * @param value 1 to 200 of a–z, 0–9, '.', '_' and '-', beginning with a letter or digit
 * @throws IllegalArgumentException if the value is not of that form
 */
public record SheetName(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}");
  private static final int LONGEST_LIST = 100;
  private static final int DIGEST_CHARACTERS = 16;
  private static final String NAMELESS = "api";

  public SheetName {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A sheet's name must match %s, was \"%s\".".formatted(ALLOWED, value));
    }
  }

  /** The name of a sheet by its file: "Lịch sáng.yaml" is lich-sang. */
  public static SheetName ofFile(String fileName) {
    String stem = fileName.replaceFirst("\\.(yaml|yml)$", "");
    String plain =
        Normalizer.normalize(stem.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+|-+$", "");
    return new SheetName(plain.substring(0, Math.min(LONGEST_LIST, plain.length())));
  }

  /** The name of a sheet that was given none: what it speaks of, so that it replaces itself. */
  static SheetName ofContents(ProgrammeSheet sheet) {
    List<String> words = new ArrayList<>(List.of(NAMELESS));
    sheet.programmes().forEach(programme -> words.add(programme.id().value()));
    sheet.oneOffs().forEach(wish -> words.add(wish.id().value()));
    sheet.campaigns().forEach(campaign -> words.add(campaign.id().value()));
    sheet.doNotPlay().forEach(peace -> words.add("do-not-play:" + peace.id()));
    sheet.echo().forEach(chain -> words.add("echo:" + chain.id()));
    sheet.holidays().keySet().forEach(day -> words.add("holiday:" + day));
    sheet.zones().parents().keySet().stream().sorted().forEach(zone -> words.add("zone:" + zone));
    sheet.zones().groups().keySet().stream().sorted().forEach(zone -> words.add("group:" + zone));
    String name = String.join(".", words);
    boolean isPlain = name.length() <= LONGEST_LIST && ALLOWED.matcher(name).matches();
    return new SheetName(isPlain ? name : NAMELESS + "." + digest(name));
  }

  private static String digest(String name) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
