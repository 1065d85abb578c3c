// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.announcements.voice.ModelFile;
import loalang.protocol.ProblemException;

/**
 * Fetches one file: over HTTPS, by the proxy of this machine, going on where an earlier attempt
 * stopped. Usable on one thread at a time.
 */
final class VoiceDownload {
  private static final int MAX_REDIRECTIONS = 5;

  private final DownloadLimits limits;
  private final HttpClient client;

  VoiceDownload(DownloadLimits limits, ProxySelector proxies) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.stall())
            .proxy(proxies)
            .build();
  }

  /**
   * Fetches a file and checks it.
   *
   * @param target where it appears, whole and right, or not at all
   * @throws ProblemException with a VOICE_DOWNLOAD code or VOICE_CHECKSUM_WRONG
   */
  void fetch(ModelFile file, Path target, DownloadProgress progress) {
    PartFile part = new PartFile(target.resolveSibling(target.getFileName() + ".part"));
    RetryPolicy<Object> again =
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(ProblemException.class)
            .withMaxAttempts(limits.attempts())
            .withBackoff(limits.pause(), limits.pause().multipliedBy(32))
            .withJitter(0.25)
            .build();
    try {
      Failsafe.with(again).run(() -> attempt(file, part, progress));
      settle(file, part, target);
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw InstallProblems.broken(file.address(), String.valueOf(e.getCause()));
    } catch (IOException e) {
      throw InstallProblems.disk(target, e);
    }
  }

  private void attempt(ModelFile file, PartFile part, DownloadProgress progress)
      throws IOException, InterruptedException {
    URI address = file.address();
    for (int hop = 0; hop <= MAX_REDIRECTIONS; hop++) {
      Addresses.requireSafe(file.address(), address);
      Exchange exchange =
          new Exchange(address, part, limits, (bytes, of) -> progress.at(file.name(), bytes, of));
      HttpResponse<Long> answer = send(exchange);
      int status = answer.statusCode();
      if (status < 300 || status == 416) {
        exchange.requireWhole(answer);
        return;
      }
      if (status >= 400) {
        throw fault(address, status);
      }
      address = Addresses.redirected(address, answer.headers().firstValue("location").orElse(""));
    }
    throw InstallProblems.refused(file.address(), "it is redirected too often");
  }

  private HttpResponse<Long> send(Exchange exchange) throws IOException, InterruptedException {
    HttpRequest request = exchange.request();
    long lastSeen = -1;
    CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, exchange::body);
    try {
      while (true) {
        try {
          return answer.get(limits.stall().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException noEndYet) {
          long now = exchange.bytes();
          if (now == lastSeen) {
            throw new IOException(
                "no byte for %d s".formatted(limits.stall().toSeconds()), noEndYet);
          }
          lastSeen = now;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ProblemException known) {
        throw known;
      }
      if (cause instanceof ChannelBody.TooMuch much) {
        throw InstallProblems.tooLarge(exchange.address(), much.bytes(), limits.maxBytes());
      }
      throw new IOException(String.valueOf(cause), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException fault(URI address, int status) throws ProblemException {
    if (status == 429 || status >= 500) {
      return new IOException("HTTP " + status);
    }
    throw InstallProblems.refused(address, "HTTP " + status);
  }

  private static void settle(ModelFile file, PartFile part, Path target) throws IOException {
    String expected = file.sha256();
    String found = PartFile.sha256(part.path());
    if (expected != null && !expected.equals(found)) {
      part.remove();
      throw InstallProblems.checksum(file.name(), found, expected);
    }
    Files.move(
        part.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    part.remove();
  }
}
