// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * Requests to one vendor: encrypted, never redirected, bounded in time, size and number, and with
 * no key in any message.
 */
final class CloudHttp {
  private static final long LONGEST_RETRY_AFTER_SECONDS = 60;
  private static final double JITTER = 0.25;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final EngineId vendor;
  private final URI address;
  private final CloudLimits limits;
  private final Collection<Secret> secrets;
  private final HttpClient client;

  CloudHttp(
      HttpClient client,
      EngineId vendor,
      URI address,
      CloudLimits limits,
      Collection<Secret> secrets) {
    this.client = client;
    this.vendor = vendor;
    this.address = address;
    this.limits = limits;
    this.secrets = secrets;
  }

  /** Connections that several utterances may share. */
  static HttpClient client(CloudLimits limits) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(limits.exchange())
        .build();
  }

  /** The vendor's door. */
  URI address() {
    return address;
  }

  /** A request of this vendor, to be completed. */
  HttpRequest.Builder request(URI to) {
    requireSafe(to);
    return HttpRequest.newBuilder(to).timeout(limits.exchange());
  }

  /**
   * Sends, again after a while if the vendor is busy or the network is down.
   *
   * @return a good answer
   * @throws ProblemException with a SPEECH_CLOUD code
   */
  Answer send(HttpRequest request) {
    RetryPolicy<Answer> again =
        RetryPolicy.<Answer>builder()
            .handle(IOException.class)
            .handleResultIf(
                answer ->
                    answer.isBusy() && answer.retryAfterSeconds() <= LONGEST_RETRY_AFTER_SECONDS)
            .withMaxAttempts(limits.attempts())
            .withBackoff(limits.pause(), limits.pause().multipliedBy(16))
            .withJitter(JITTER)
            .withDelayFn(context -> asked(context.getLastResult()))
            .withMaxDuration(limits.utterance())
            .build();
    return judged(run(again, () -> exchange(request)));
  }

  /**
   * Looks until something is ready.
   *
   * @throws ProblemException with a SPEECH_CLOUD code
   */
  Answer await(HttpRequest request, Predicate<Answer> isReady) {
    RetryPolicy<Answer> later =
        RetryPolicy.<Answer>builder()
            .handle(IOException.class)
            .handleResultIf(answer -> answer.isBusy() || !isReady.test(answer))
            .withMaxAttempts(-1)
            .withDelay(limits.poll())
            .withMaxDuration(limits.utterance())
            .build();
    Answer answer = run(later, () -> exchange(request));
    if (!answer.isBusy() && !isReady.test(answer)) {
      throw new ProblemException(CloudProblems.late(vendor, limits.utterance()));
    }
    return judged(answer);
  }

  /** What the vendor wrote, fit for a message. */
  String shown(String text) {
    String hidden = text;
    for (Secret secret : secrets) {
      hidden = secret.hiddenIn(hidden);
    }
    return hidden;
  }

  private Answer run(RetryPolicy<Answer> policy, CheckedSupplier<Answer> exchange) {
    try {
      return Failsafe.with(policy).get(exchange);
    } catch (FailsafeException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new ProblemException(CloudProblems.cancelled());
      }
      if (cause instanceof TimeoutException) {
        throw new ProblemException(CloudProblems.late(vendor, limits.exchange()));
      }
      String what = shown(cause == null ? e.toString() : cause.toString());
      throw new ProblemException(
          what.contains("more than " + limits.maxBytes())
              ? CloudProblems.rubbish(vendor, "more than %d bytes".formatted(limits.maxBytes()))
              : CloudProblems.unavailable(vendor, what));
    }
  }

  private Answer exchange(HttpRequest request)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, info -> new BoundedBody(BodySubscribers.ofByteArray(), limits.maxBytes()));
    try {
      HttpResponse<byte[]> got = answer.get(limits.exchange().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          got.statusCode(),
          got.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT),
          retryAfter(got),
          got.body());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof java.net.http.HttpTimeoutException) {
        throw new TimeoutException(); // may have been counted by the vendor: not sent again
      }
      throw new IOException(String.valueOf(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private Answer judged(Answer answer) {
    if (answer.isGood()) {
      return answer;
    }
    String what = answer.shortened(this::shown);
    if (answer.isBusy()) {
      throw new ProblemException(CloudProblems.unavailable(vendor, what));
    }
    throw new ProblemException(
        answer.status() >= 400
            ? CloudProblems.refused(vendor, what)
            : CloudProblems.rubbish(vendor, "a redirection, which is not followed: " + what));
  }

  private void requireSafe(URI to) {
    String host = String.valueOf(to.getHost());
    boolean isTrial =
        LOOPBACK.contains(String.valueOf(address.getHost()))
            && LOOPBACK.contains(host)
            && "http".equals(to.getScheme());
    boolean isPublic = "https".equals(to.getScheme());
    if (!(isTrial || isPublic) || to.getUserInfo() != null) {
      throw new ProblemException(
          CloudProblems.rubbish(vendor, "an address that is not https: " + shown(to.toString())));
    }
  }

  private static long retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("retry-after")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /** As long as the vendor asks for, and never shorter: jitter takes away as much as it adds. */
  private static Duration asked(@org.jspecify.annotations.Nullable Answer answer) {
    return answer != null && answer.retryAfterSeconds() > 0
        ? Duration.ofMillis(Math.round(answer.retryAfterSeconds() * 1_000 / (1 - JITTER)))
        : Duration.ofNanos(-1); // as the policy says
  }
}
