// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.espeak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one short-lived program with every quantity bounded: time, output, complaints. */
final class ChildProcess {
  /** Ten minutes of the highest rate espeak-ng writes. */
  static final int MAX_OUTPUT_BYTES = 32 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
  private static final int MAX_COMPLAINT_BYTES = 500;
  private static final int DYING_SECONDS = 2;

  private final Duration timeLimit;

  ChildProcess(Duration timeLimit) {
    this.timeLimit = timeLimit;
  }

  /** How it ended. */
  sealed interface Outcome {

    /**
     * By itself.
     *
     * @param exitCode 0 if it says that all is well; over 128 if a signal ended it
     * @param output all that it wrote
     * @param complaint the beginning of what it wrote to standard error
     */
    record Ended(int exitCode, InputStream output, String complaint) implements Outcome {}

    /** Killed at the time limit. */
    record TimedOut() implements Outcome {}

    /** Killed because it wrote more than {@link #MAX_OUTPUT_BYTES}. */
    record WroteTooMuch() implements Outcome {}

    /** Killed because the waiting thread was interrupted, which it still is. */
    record Interrupted() implements Outcome {}
  }

  /**
   * Starts it, feeds it and waits for its end.
   *
   * @throws IOException if it cannot be started
   */
  Outcome run(List<String> command, byte[] input) throws IOException {
    Process process = new ProcessBuilder(command).start();
    long deadlineNanos = System.nanoTime() + timeLimit.toNanos();
    try {
      // Pipes cannot be interrupted, so others read them and this thread only waits.
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(
              () -> read(process.getInputStream()), ChildProcess::onOwnThread);
      CompletableFuture<String> complaint =
          CompletableFuture.supplyAsync(
              () -> firstOf(process.getErrorStream()), ChildProcess::onOwnThread);
      feed(process, input);
      byte[] written = output.get(left(deadlineNanos), TimeUnit.NANOSECONDS);
      if (written.length > MAX_OUTPUT_BYTES) {
        return new Outcome.WroteTooMuch();
      }
      if (!process.waitFor(left(deadlineNanos), TimeUnit.NANOSECONDS)) {
        return new Outcome.TimedOut();
      }
      return new Outcome.Ended(
          process.exitValue(), new ByteArrayInputStream(written), whole(complaint, deadlineNanos));
    } catch (TimeoutException e) {
      return new Outcome.TimedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A pipe could not be read.", e);
    } finally {
      kill(process);
    }
  }

  private static String whole(CompletableFuture<String> complaint, long deadlineNanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    return complaint.get(left(deadlineNanos), TimeUnit.NANOSECONDS);
  }

  private static long left(long deadlineNanos) {
    return Math.max(0, deadlineNanos - System.nanoTime());
  }

  /** A program that ends without reading all of its input is judged by its exit code. */
  private static void feed(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      LOG.debug("the program closed its input early: {}", e.getMessage());
    }
  }

  /** A killed program's pipe breaks or ends; both mean that nothing more comes. */
  private static byte[] read(InputStream from) {
    try (from) {
      return from.readNBytes(MAX_OUTPUT_BYTES + 1);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static void onOwnThread(Runnable work) {
    Thread thread = new Thread(work, "espeak-pipe");
    thread.setDaemon(true);
    thread.start();
  }

  private static String firstOf(InputStream errors) {
    try (errors) {
      byte[] first = errors.readNBytes(MAX_COMPLAINT_BYTES);
      errors.transferTo(OutputStream.nullOutputStream()); // or the child would block on a full pipe
      return new String(first, StandardCharsets.UTF_8).strip().replaceAll("\\p{Cntrl}+", " ");
    } catch (IOException e) {
      return "";
    }
  }

  /** Children first: a surviving grandchild would hold the pipe open. Returns when it is gone. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().completeOnTimeout(process, DYING_SECONDS, TimeUnit.SECONDS).join();
  }
}
