// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broker as MQTT 5.0 has it: retained messages, sessions that queue what is kept, expiry, at
 * least once, wills. It can be killed.
 */
final class Broker {
  private final Timeline timeline;
  private final Chance chance;
  private final Workshop workshop;
  private final Map<String, Message> retained = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Message> wills = new LinkedHashMap<>();
  private boolean up = true;

  Broker(Timeline timeline, Chance chance, Workshop workshop) {
    this.timeline = timeline;
    this.chance = chance;
    this.workshop = workshop;
  }

  boolean isUp() {
    return up;
  }

  /** A client is here; a connection it had before is closed. */
  void connect(String name, Cable wire, @Nullable Message will) {
    Session session = sessions.computeIfAbsent(name, any -> new Session());
    leaves(name, session.wire);
    session.wire = wire;
    if (will != null) {
      wills.put(name, will);
    }
    send(session);
  }

  /** The broker sees that a connection is dead. */
  void leaves(String name, @Nullable Cable wire) {
    Session session = sessions.get(name);
    if (session == null || wire == null || session.wire != wire) {
      return;
    }
    wire.tear();
    session.brokenOff();
    Message will = wills.remove(name);
    if (will != null) {
      publish(will);
    }
  }

  /**
   * A client wants to hear.
   *
   * @param again true if it wants what is retained though it heard this before
   */
  void subscribe(String name, List<String> filters, boolean again) {
    Session session = sessions.get(name);
    if (session == null) {
      return;
    }
    for (String filter : filters) {
      if (session.subscribe(filter) || again) {
        for (Message one : List.copyOf(retained.values())) {
          if (Session.matches(filter, one.topic())) {
            session.keep(one);
          }
        }
      }
    }
    send(session);
  }

  void unsubscribe(String name, String filter) {
    Session session = sessions.get(name);
    if (session != null) {
      session.unsubscribe(filter);
    }
  }

  /** Somebody says something. */
  void publish(Message message) {
    if (!up) {
      return;
    }
    if (message.retained() && workshop.brokerRetains(message.topic())) {
      retained.put(message.topic(), message);
    }
    for (Session session : sessions.values()) {
      if (session.hears(message.topic())) {
        Cable wire = session.wire;
        if (message.kept()) {
          session.keep(message);
          send(session);
        } else if (wire != null && !wire.route().loses()) {
          wire.down(() -> wire.client().heard(message, () -> {}));
        }
      }
    }
  }

  private void send(Session session) {
    Cable wire = session.wire;
    if (wire == null) {
      return;
    }
    for (Session.Queued one : session.waiting(timeline.nanos())) {
      one.underWay = true;
      deliver(wire, one);
      if (wire.route().copies()) {
        deliver(wire, one);
      }
    }
  }

  private static void deliver(Cable wire, Session.Queued one) {
    wire.down(() -> wire.client().heard(one.message, () -> wire.up(() -> one.done = true)));
  }

  /** Killed: connections break, and what was not written down is gone. */
  void kill() {
    up = false;
    boolean forgetsSessions = chance.oneIn(4);
    for (Session session : sessions.values()) {
      Cable wire = session.wire;
      session.brokenOff();
      if (session.queued() > 0 && chance.oneIn(2)) {
        session.forgetNewest(chance.between(0, session.queued()));
      }
      if (wire != null) {
        wire.tear();
        timeline.after(
            chance.between(Duration.ofMillis(10), Duration.ofSeconds(30)),
            () -> wire.client().lost("the broker is gone"));
      }
    }
    if (forgetsSessions) {
      sessions.clear();
    }
    wills.clear();
  }

  void start() {
    up = true;
  }
}
