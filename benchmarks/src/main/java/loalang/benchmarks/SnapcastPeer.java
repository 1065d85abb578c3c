// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The peer of {@link SyncBench}: Debian's Snapcast, one server and several clients on this machine,
 * which play silence with a click now and then into pipes. A frame's instant is when its block came
 * through the pipe, and its place in the block: what a device that takes frames at once would play.
 */
final class SnapcastPeer implements AutoCloseable {
  static final String NAME = "snapclient";

  private static final int FRAME_BYTES = 4; // 16 bit, two channels: what Snapcast is made for
  private static final int BLOCK_FRAMES = 4_800;
  private static final int BLOCKS_APART = 13; // a click every 1.3 s, as poles are ordered
  private static final int CLICK_FRAMES = 96;
  private static final short LOUD = 20_000;
  private static final double NANOS_A_FRAME = 1e9 / 48_000;
  private static final double NANOS_A_MILLI = 1e6;
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int SETTLING_CLICKS = 6;
  private static final int PATIENCE_SECONDS = 20;

  private final List<Process> programs = new ArrayList<>();
  private final List<BlockingQueue<Long>> clicks = new ArrayList<>();
  private volatile boolean closed;

  /** True if both programs are on this machine. */
  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/bin/snapserver"))
        && Files.isExecutable(Path.of("/usr/bin/snapclient"));
  }

  /** Starts a server and so many clients. */
  SnapcastPeer(Path folder, int count) throws IOException, InterruptedException {
    Path pipe = folder.resolve("snapcast.pcm");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path settings =
        Files.writeString(
            folder.resolve("snapserver.conf"),
            """
            [server]
            datadir = %s
            [http]
            enabled = false
            [tcp]
            enabled = false
            [stream]
            bind_to_address = 127.0.0.1
            port = %d
            source = pipe://%s?name=bench&sampleformat=48000:16:2&codec=pcm&mode=read
            """
                .formatted(Files.createDirectories(folder.resolve("snapserver")), port, pipe));
    programs.add(quietly("snapserver", "-c", settings.toString()).start());
    thread("snapcast-feed", () -> feed(pipe));
    for (int i = 0; i < count; i++) {
      ProcessBuilder client =
          quietly("snapclient", "-h", "127.0.0.1", "-p", Integer.toString(port));
      client.command().addAll(List.of("--hostID", "loa-" + i, "--logsink", "null"));
      client.command().addAll(List.of("--player", "file:filename=stdout"));
      Process program = client.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
      programs.add(program);
      BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
      clicks.add(heard);
      thread("snapclient-" + i, () -> listen(program, heard));
    }
  }

  private static ProcessBuilder quietly(String... command) {
    return new ProcessBuilder(new ArrayList<>(List.of(command)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static void thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** How far apart the clients play each of so many clicks, in milliseconds. */
  List<Double> spreads(int rounds) throws InterruptedException {
    List<Double> spreads = new ArrayList<>();
    for (int i = 0; i < SETTLING_CLICKS + rounds; i++) {
      LongSummaryStatistics together = next();
      if (i >= SETTLING_CLICKS) {
        spreads.add((together.getMax() - together.getMin()) / NANOS_A_MILLI);
      }
    }
    return spreads;
  }

  /** The next click that every client played. */
  private LongSummaryStatistics next() throws InterruptedException {
    List<Long> heard = new ArrayList<>();
    for (BlockingQueue<Long> one : clicks) {
      heard.add(taken(one));
    }
    long latest = heard.stream().mapToLong(one -> one).max().orElseThrow();
    for (int i = 0; i < heard.size(); i++) {
      while (latest - heard.get(i) > QUIET_NANOS) { // it heard one before the others were there
        heard.set(i, taken(clicks.get(i)));
      }
    }
    return heard.stream().mapToLong(one -> one).summaryStatistics();
  }

  private static long taken(BlockingQueue<Long> clicks) throws InterruptedException {
    Long at = clicks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (at == null) {
      throw new IllegalStateException("A snapclient plays no click.");
    }
    return at;
  }

  private void feed(Path pipe) {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      long next = System.nanoTime();
      for (int block = 0; !closed; block++) {
        byte[] pcm = new byte[BLOCK_FRAMES * FRAME_BYTES];
        for (int i = 0; block % BLOCKS_APART == 0 && i < 2 * CLICK_FRAMES; i++) {
          pcm[2 * i] = (byte) LOUD;
          pcm[2 * i + 1] = (byte) (LOUD >> 8);
        }
        out.write(pcm);
        out.flush();
        next += Math.round(BLOCK_FRAMES * NANOS_A_FRAME);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      }
    } catch (IOException e) {
      if (!closed) {
        throw new UncheckedIOException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Process program, BlockingQueue<Long> heard) {
    byte[] pcm = new byte[1 << 16];
    long last = 0;
    try (InputStream in = program.getInputStream()) {
      for (int length = in.read(pcm); length > 0; length = in.read(pcm)) {
        long came = System.nanoTime();
        for (int at = 0; at + 1 < length; at += FRAME_BYTES) {
          int frame = at / FRAME_BYTES;
          long instant = came + Math.round(frame * NANOS_A_FRAME);
          boolean loud = ((pcm[at] & 0xff) | pcm[at + 1] << 8) > LOUD / 2;
          if (loud && (last == 0 || instant - last > QUIET_NANOS)) {
            last = instant;
            heard.add(instant);
          }
        }
      }
    } catch (IOException e) {
      if (!closed) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    programs.forEach(Process::destroyForcibly);
    programs.forEach(one -> one.onExit().join());
  }
}
