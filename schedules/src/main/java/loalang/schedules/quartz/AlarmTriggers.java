// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/**
 * How alarms are written into triggers: one each, or, where more than a few fall into one second,
 * one trigger for all of that second, because a database needs some 30 ms for each trigger.
 */
final class AlarmTriggers {
  /** Alarms in a trigger of their own; the name is the instant. */
  static final String SINGLE = "alarm";

  /** The alarms of one crowded second; the instants stand in the trigger's data. */
  static final String CROWD = "crowd";

  private static final String INSTANTS = "instants";
  private static final int CROWDED = 16;

  private AlarmTriggers() {}

  /** Triggers that together ring at these instants, by key. */
  static Map<TriggerKey, Trigger> of(Collection<Instant> alarms, JobDetail job) {
    Map<TriggerKey, Trigger> triggers = new TreeMap<>();
    Map<Long, List<Instant>> seconds =
        new TreeSet<>(alarms).stream().collect(Collectors.groupingBy(Instant::getEpochSecond));
    for (List<Instant> second : seconds.values()) {
      if (second.size() > CROWDED) {
        Trigger crowd = crowd(second, job);
        triggers.put(crowd.getKey(), crowd);
      } else {
        second.forEach(alarm -> triggers.put(key(alarm), trigger(key(alarm), alarm, "", job)));
      }
    }
    return triggers;
  }

  static TriggerKey key(Instant alarm) {
    return TriggerKey.triggerKey(alarm.toString(), SINGLE);
  }

  /** The second a crowd's key is of. */
  static Instant second(TriggerKey crowd) {
    return Instant.parse(crowd.getName().substring(0, crowd.getName().indexOf('+')));
  }

  /** When a trigger rings, earliest first. */
  static List<Instant> instants(Trigger trigger) {
    if (trigger.getKey().getGroup().equals(SINGLE)) {
      return List.of(Instant.parse(trigger.getKey().getName()));
    }
    return Stream.of(trigger.getJobDataMap().getString(INSTANTS).split(" ", -1))
        .map(Instant::parse)
        .toList();
  }

  private static Trigger crowd(List<Instant> second, JobDetail job) {
    List<String> words = new ArrayList<>();
    second.forEach(alarm -> words.add(alarm.toString()));
    String instants = String.join(" ", words);
    Instant whole = Instant.ofEpochSecond(second.get(0).getEpochSecond());
    // Named for what it holds: the same second with another alarm in it is another trigger.
    String name = whole + "+" + UUID.nameUUIDFromBytes(instants.getBytes(StandardCharsets.UTF_8));
    return trigger(TriggerKey.triggerKey(name, CROWD), second.get(0), instants, job);
  }

  private static Trigger trigger(TriggerKey key, Instant at, String instants, JobDetail job) {
    var trigger =
        newTrigger()
            .forJob(job)
            .withIdentity(key)
            .startAt(Date.from(at))
            // Rings however late, and in the order of the instants ("fire now" would lose the
            // order): whether a late cue may still sound is a rule, and rules are not here.
            .withSchedule(simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires());
    return instants.isEmpty() ? trigger.build() : trigger.usingJobData(INSTANTS, instants).build();
  }
}
