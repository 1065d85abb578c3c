// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Hears every complaint that an event loop was held up. */
final class LoopWatch {
  private static final String CHECKER = "io.vertx.core.impl.BlockedThreadChecker";

  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  static LoopWatch begin() {
    LoopWatch watch = new LoopWatch();
    watch.heard.start();
    ((Logger) LoggerFactory.getLogger(CHECKER)).addAppender(watch.heard);
    return watch;
  }

  void endQuietly() {
    ((Logger) LoggerFactory.getLogger(CHECKER)).detachAppender(heard);
    List<String> complaints =
        List.copyOf(heard.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertEquals(List.of(), complaints);
  }
}
