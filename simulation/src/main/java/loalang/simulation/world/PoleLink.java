// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import loalang.agent.broker.Backoff;
import loalang.agent.broker.LinkListener;
import loalang.agent.broker.OfficeLink;
import loalang.agent.broker.RetainedAgain;
import loalang.protocol.Digest;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The way to the broker of one life of a pole: what the real link does, without Paho. */
final class PoleLink implements OfficeLink, Cable.Client {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long WANT_NANOS = Duration.ofSeconds(60).toNanos();

  private final Parts parts;
  private final LinkListener listener;
  private final Backoff backoff;
  private final RetainedAgain retainedAgain;
  private final Map<String, Digest> audioTopics = new HashMap<>();
  private final TreeSet<Long> unanswered = new TreeSet<>();
  private @Nullable Cable cable;
  private boolean online;

  /**
   * What a link is made of.
   *
   * @param orderTopics where orders for this pole come
   * @param will what the broker publishes when the connection breaks
   */
  record Parts(Pole pole, Life life, Chance chance, Message will, List<String> orderTopics) {}

  PoleLink(Parts parts, LinkListener listener) {
    this.parts = parts;
    this.listener = listener;
    this.backoff = new Backoff(parts.chance().source()::nextDouble);
    this.retainedAgain = new RetainedAgain(parts.pole()::counter);
  }

  private Timeline timeline() {
    return parts.pole().world().timeline();
  }

  private Topics topics() {
    return parts.pole().world().topics();
  }

  private Broker broker() {
    return parts.pole().world().broker();
  }

  private String name() {
    return parts.pole().id().value();
  }

  private void later(Duration time, Runnable event) {
    timeline().after(time, () -> parts.life().live(event));
  }

  void connect() {
    if (!broker().isUp() || parts.pole().route().isCut()) {
      later(broker().isUp() ? PATIENCE : Duration.ofMillis(50), () -> lost("nobody answers"));
      return;
    }
    Cable fresh = new Cable(timeline(), parts.pole().route(), this);
    cable = fresh;
    fresh.up(
        () -> {
          if (broker().isUp()) {
            broker().connect(name(), fresh, parts.will());
            fresh.down(() -> parts.life().live(() -> connected(fresh)));
          }
        });
    later(PATIENCE, () -> giveUp(fresh));
  }

  private void giveUp(Cable fresh) {
    if (cable == fresh && !online) {
      fresh.tear();
      lost("the broker does not answer");
    }
  }

  private void connected(Cable fresh) {
    if (cable != fresh) {
      return;
    }
    List<String> filters = new ArrayList<>(parts.orderTopics());
    filters.add(topics().acknowledgement(parts.pole().id()));
    subscribe(fresh, filters, true, () -> subscribed(fresh));
  }

  private void subscribe(Cable on, List<String> filters, boolean again, Runnable then) {
    on.up(
        () -> {
          broker().subscribe(name(), filters, again);
          on.down(() -> parts.life().live(then));
        });
  }

  private void subscribed(Cable fresh) {
    if (cable != fresh) {
      return;
    }
    online = true;
    backoff.reset();
    listener.connected();
    hearPlans(fresh);
    List<String> time = List.of(topics().time(parts.pole().id()));
    subscribe(fresh, time, true, listener::timeOffered);
  }

  private void hearPlans(Cable on) {
    boolean again = retainedAgain.isDue();
    long asked = retainedAgain.wished();
    List<String> plans = List.of(topics().everyKeys(), topics().everyPlan());
    subscribe(
        on,
        plans,
        again,
        () -> {
          if (again) {
            retainedAgain.done(asked);
          }
        });
  }

  @Override
  public void hearAgain() {
    retainedAgain.wish();
    Cable now = cable;
    if (now != null && online) {
      hearPlans(now);
    }
  }

  @Override
  public void lost(String why) {
    parts.life().live(() -> lostNow(why));
  }

  private void lostNow(String why) {
    cable = null;
    online = false;
    audioTopics.clear();
    if (parts.chance().oneIn(2)) {
      List.copyOf(unanswered).forEach(number -> listener.reportSent(number, false));
    }
    unanswered.clear();
    listener.disconnected(why);
    later(Duration.ofMillis(backoff.nextMillis()), this::connect);
  }

  @Nullable Cable cable() {
    return cable;
  }

  /** This connection is dead, and the pole has noticed. */
  void lostIf(Cable dead) {
    if (cable == dead) {
      lost("no answer to a ping");
    }
  }

  @Override
  public void heard(Message message, Runnable has) {
    parts.life().live(() -> tell(message, has));
  }

  private void tell(Message message, Runnable has) {
    String topic = message.topic();
    byte[] payload = message.payload().clone();
    if (parts.orderTopics().contains(topic)) {
      parts.pole().world().witness().hush().arrived(parts.pole(), payload);
      listener.order(payload, has);
    } else if (topics().isPlan(topic)) {
      listener.plan(payload, has);
    } else {
      has.run();
      Digest recording = audioTopics.get(topic);
      if (recording != null) {
        listener.audio(recording, payload);
      } else if (topic.equals(topics().acknowledgement(parts.pole().id()))) {
        listener.acknowledgement(payload);
      } else if (topic.equals(topics().time(parts.pole().id()))) {
        listener.timeAnswer(payload, parts.pole().counter());
      } else if (topics().isKeys(topic)) {
        listener.keyStatement(payload);
      }
    }
  }

  @Override
  public void publishReport(long number, byte[] envelope) {
    Cable now = cable;
    if (now == null || !online) {
      later(Duration.ofNanos(10_000), () -> listener.reportSent(number, false));
      return;
    }
    unanswered.add(number);
    Message message =
        Message.kept(topics().report(parts.pole().id()), envelope.clone(), Message.NEVER);
    now.up(
        () -> {
          broker().publish(message);
          now.down(() -> parts.life().live(() -> taken(now, number)));
        });
  }

  private void taken(Cable on, long number) {
    if (cable == on && unanswered.remove(number)) {
      listener.reportSent(number, true);
    }
  }

  private void say(Message message) {
    Cable now = cable;
    if (now != null && online) {
      now.up(
          () -> {
            if (message.kept() || !parts.pole().route().loses()) {
              broker().publish(message);
            }
          });
    }
  }

  @Override
  public void publishState(byte[] state) {
    say(Message.retained(topics().state(parts.pole().id()), state.clone()));
  }

  @Override
  public void want(Want want) {
    byte[] bytes = Wire.WANT.encode(want);
    long expires = timeline().nanos() + WANT_NANOS;
    say(Message.kept(topics().want(parts.pole().id()), bytes, expires));
  }

  @Override
  public void askTime(ClockQuestion question) {
    byte[] bytes = Wire.CLOCK_QUESTION.encode(question);
    say(Message.loose(topics().clock(parts.pole().id()), bytes));
  }

  @Override
  public void listenTo(Digest recording) {
    Cable now = cable;
    String topic = topics().audio(recording);
    if (now != null && online && audioTopics.put(topic, recording) == null) {
      subscribe(now, List.of(topic), true, () -> {});
    }
  }

  @Override
  public void ignore(Digest recording) {
    Cable now = cable;
    String topic = topics().audio(recording);
    if (now != null && audioTopics.remove(topic) != null) {
      now.up(() -> broker().unsubscribe(name(), topic));
    }
  }
}
