// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A way to a port of this machine on which what comes back takes longer than what goes. */
final class SlowLine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlowLine.class);

  private final ServerSocket door;
  private final int port;
  private final Duration back;

  SlowLine(int port, Duration back) throws IOException {
    this.door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    this.port = port;
    this.back = back;
    begin("slow-line", this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private interface Carrying {
    void on() throws IOException, InterruptedException;
  }

  private static void begin(String name, Carrying work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.on();
              } catch (IOException e) {
                LOG.debug("a connection ends: {}", e.getMessage());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket near = door.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      carry(near, far, Duration.ZERO);
      carry(far, near, back);
    }
  }

  private record Piece(long due, Buffer bytes) {}

  private static void carry(Socket from, Socket to, Duration time) {
    BlockingQueue<Piece> under = new LinkedBlockingQueue<>();
    begin(
        "slow-line-in",
        () -> {
          InputStream in = from.getInputStream();
          byte[] buffer = new byte[64 * 1024];
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            under.add(
                new Piece(
                    System.nanoTime() + time.toNanos(), Buffer.buffer().appendBytes(buffer, 0, n)));
          }
          under.add(new Piece(System.nanoTime() + time.toNanos(), Buffer.buffer()));
        });
    begin(
        "slow-line-out",
        () -> {
          try (to) {
            OutputStream out = to.getOutputStream();
            for (Piece piece = under.take(); piece.bytes().length() > 0; piece = under.take()) {
              for (long left = piece.due() - System.nanoTime(); left > 0; ) {
                LockSupport.parkNanos(left);
                left = piece.due() - System.nanoTime();
              }
              out.write(piece.bytes().getBytes());
              out.flush();
            }
          }
        });
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
