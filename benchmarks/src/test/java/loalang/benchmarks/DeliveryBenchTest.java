// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryBenchTest {
  private static final Duration BACK = Duration.ofMillis(60);

  @Test
  void a_lopsided_way_is_slow_on_the_way_back_alone() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SlowLine line = new SlowLine(door.getLocalPort(), BACK);
        Socket near = new Socket(InetAddress.getLoopbackAddress(), line.port());
        Socket far = door.accept()) {
      long fastestForth = Long.MAX_VALUE;
      for (int i = 0; i < 5; i++) { // a busy machine may be slow once, but not each time
        long began = System.nanoTime();
        near.getOutputStream().write(1);
        assertEquals(1, far.getInputStream().read());
        long arrived = System.nanoTime();
        far.getOutputStream().write(2);
        assertEquals(2, near.getInputStream().read());
        long back = System.nanoTime() - arrived;
        assertTrue(back >= BACK.toNanos(), "back in " + back);
        fastestForth = Math.min(fastestForth, arrived - began);
      }
      assertTrue(fastestForth < BACK.toNanos(), "forth in " + fastestForth);
    }
  }

  @Test
  void more_than_twenty_faults_are_put_in_and_each_has_a_name_of_its_own() {
    List<String> names = FaultsBench.faults().stream().map(Fault::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.size() > 20, "only " + names);
  }

  @Test
  void what_was_heard_before_somebody_asked_counts_and_what_never_comes_is_given_up()
      throws InterruptedException {
    Heard<String> heard = new Heard<>();
    heard.add("một");
    heard.add("hai");
    assertEquals("hai", heard.await("hai"::equals, "hai"));
    assertEquals("một", heard.await("một"::equals, "một"));
    assertEquals(Optional.empty(), heard.await("ba"::equals, Duration.ofMillis(20)));
    heard.clear();
    assertEquals(List.of(), heard.soFar());
  }
}
