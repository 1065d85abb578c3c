// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.controller.clockwork.Thing;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Episodes;
import loalang.schedules.programme.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Understands what stands in the form, and keeps of what was known all that the form has no field
 * for: voices, days without, where it came from. Pure.
 */
final class FormReader {
  private static final int SLUG = 16;

  private final PlanForm form;
  private final ZoneId zone;

  FormReader(PlanForm form, ZoneId zone) {
    this.form = form;
    this.zone = zone;
  }

  /**
   * What is meant.
   *
   * @param known what it was before; empty if it is new
   * @throws ProblemException with what is missing or wrong
   */
  Thing read(Optional<Thing> known) {
    return form.isOnce()
        ? new Thing.OfWish(wish(known.map(thing -> ((Thing.OfWish) thing).wish())))
        : new Thing.OfCampaign(campaign(known.map(thing -> ((Thing.OfCampaign) thing).campaign())));
  }

  private OneOff wish(Optional<OneOff> known) {
    LocalDate day = date(form.when().first()).orElseThrow(() -> wrongDays("No day was chosen."));
    LocalTime time = times().first();
    return new OneOff(
        known.map(OneOff::id).orElseGet(() -> new CueId("mot-lan-" + UUID.randomUUID())),
        notices().get(0),
        zones(),
        priority(),
        day.atTime(time).atZone(zone).toInstant(),
        late(known.map(OneOff::late).orElse(LateRule.USUAL)));
  }

  private Campaign campaign(Optional<Campaign> known) {
    if (form.title().isBlank()) {
      throw problem(
          "PLAN_TITLE_MISSING",
          "The campaign has no title.",
          "Write by what name the office will know it.");
    }
    Optional<Episodes> said = known.map(Campaign::episodes);
    @Nullable Duration lasts = said.flatMap(Episodes::saidToLast).orElse(null);
    List<AnnouncementId> notices = notices();
    boolean isEach = form.manner().rotation().equals("each-airing");
    Episodes.Rotation rotation = isEach ? Episodes.Rotation.EACH_AIRING : Episodes.Rotation.DAILY;
    return new Campaign(
        known.map(Campaign::id).orElseGet(this::freshId),
        form.title(),
        season(known.map(Campaign::season)),
        audience(known.map(Campaign::audience)),
        ranged(() -> new Episodes(notices, rotation, number(form.manner().repeats()), lasts)),
        placement(),
        late(known.map(Campaign::late).orElse(LateRule.USUAL)));
  }

  private Season season(Optional<Season> known) {
    @Nullable LocalDate first = date(form.when().first()).orElse(null);
    @Nullable LocalDate last = date(form.when().last()).orElse(null);
    Set<DayOfWeek> days =
        form.when().days().stream()
            .map(day -> DayOfWeek.of(number(day)))
            .collect(Collectors.toSet());
    if (days.isEmpty() || (first != null && last != null && last.isBefore(first))) {
      throw wrongDays(
          "From \"%s\" to \"%s\" on %d weekdays there is no day."
              .formatted(form.when().first(), form.when().last(), days.size()));
    }
    return new Season(
        known.map(Season::timeZone).orElse(zone),
        new DateSpan(first, last),
        days,
        known.map(Season::holidays).orElse(Season.HolidayRule.PLAY),
        known.map(Season::except).orElse(Set.of()));
  }

  private Audience audience(Optional<Audience> known) {
    return new Audience(
        zones(),
        priority(),
        known.map(Audience::origin).orElse(Audience.Origin.COMMUNE),
        known.map(Audience::voices).orElse(List.of()));
  }

  private Placement placement() {
    if (form.when().sessions().isEmpty()) {
      return new Placement.AtTimes(times());
    }
    return new Placement.InSessions(
        form.when().sessions().stream().sorted().map(ProgrammeId::new).toList());
  }

  private SortedSet<LocalTime> times() {
    TreeSet<LocalTime> times = new TreeSet<>();
    try {
      Stream.of(form.when().times().split("[,;\\s]+", -1))
          .filter(word -> !word.isEmpty())
          .map(word -> word.replace('h', ':').replaceFirst("^(\\d):", "0$1:"))
          .map(word -> word.endsWith(":") ? word + "00" : word)
          .map(LocalTime::parse)
          .forEach(times::add);
    } catch (DateTimeException e) {
      throw wrongTime();
    }
    if (times.isEmpty()) {
      throw wrongTime();
    }
    return times;
  }

  private ProblemException wrongTime() {
    return problem(
        "PLAN_TIME_INVALID",
        "\"%s\" is no time of day.".formatted(form.when().times()),
        "Write hours as 05:45, several as 05:45, 17:15.");
  }

  private static ProblemException wrongDays(String what) {
    return problem(
        "PLAN_DAYS_INVALID", what, "Choose a first day, a later last day or none, and weekdays.");
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw wrongDays("\"%s\" is no day.".formatted(text));
    }
  }

  private List<AnnouncementId> notices() {
    if (form.notices().isEmpty()) {
      throw problem("PLAN_NOTICE_MISSING", "No notice was chosen.", "Choose what is to be heard.");
    }
    return form.notices().stream().map(AnnouncementId::new).toList();
  }

  private Set<PagingZone> zones() {
    if (form.zones().isEmpty()) {
      throw problem(
          "AIRING_WITHOUT_ZONE",
          "No zone was chosen.",
          "Tick the zones whose loudspeakers shall sound.");
    }
    return form.zones().stream().map(PagingZone::new).collect(Collectors.toSet());
  }

  private Priority priority() {
    return Stream.of(Priority.values())
        .filter(one -> one.wireName().equals(form.manner().priority()))
        .findFirst()
        .orElse(Priority.ROUTINE);
  }

  // Minutes in the form; a rule of seconds that nobody touched stays one.
  private LateRule late(LateRule known) {
    int minutes = number(form.manner().late());
    return known.grace().toMinutes() == minutes
        ? known
        : ranged(() -> known.withGrace(Duration.ofMinutes(minutes)));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw outOfRange("\"%s\" is no whole number.".formatted(text));
    }
  }

  private static <T> T ranged(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw outOfRange(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException outOfRange(String what) {
    return problem(
        "PLAN_NUMBER_INVALID", what, "Repeats are 1 to 9, lateness is 0 to 1440 minutes.");
  }

  private ProgrammeId freshId() {
    String plain =
        Normalizer.normalize(
                form.title().toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = plain.substring(0, Math.min(SLUG, plain.length())).replaceAll("-$", "");
    String some = UUID.randomUUID().toString().substring(0, 4);
    return new ProgrammeId(slug.isEmpty() ? "chien-dich-" + some : slug + "-" + some);
  }

  private static ProblemException problem(String code, String what, String next) {
    return new ProblemException(new Problem(code, what, next));
  }
}
