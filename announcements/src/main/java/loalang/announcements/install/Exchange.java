// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request for what is missing of a file, and the judgement of the answer. */
final class Exchange {
  private static final Pattern RANGE =
      Pattern.compile(
          "bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)", Pattern.UNICODE_CHARACTER_CLASS);

  private final URI address;
  private final PartFile part;
  private final DownloadLimits limits;
  private final Seen progress;
  private final AtomicLong bytes = new AtomicLong();
  private final long have;
  private final Optional<String> mark;

  /** Is told how many bytes are here, of how many. */
  interface Seen {
    void at(long bytes, long of);
  }

  Exchange(URI address, PartFile part, DownloadLimits limits, Seen progress) throws IOException {
    this.address = address;
    this.part = part;
    this.limits = limits;
    this.progress = progress;
    this.mark = part.mark();
    this.have = mark.isPresent() ? part.size() : 0;
    this.bytes.set(have);
  }

  URI address() {
    return address;
  }

  /** How many bytes are here by now. */
  long bytes() {
    return bytes.get();
  }

  HttpRequest request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    if (have > 0) {
      request.header("Range", "bytes=%d-".formatted(have));
      request.header("If-Range", mark.orElseThrow());
    }
    return request.build();
  }

  /** Where the body goes, once the head has been read. */
  BodySubscriber<Long> body(ResponseInfo head) {
    int status = head.statusCode();
    if (status != 200 && status != 206) {
      return BodySubscribers.replacing(0L);
    }
    long from = status == 206 ? resumed(head.headers()) : 0;
    String type = head.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html")) {
      throw InstallProblems.refused(address, "a web page came instead");
    }
    long rest = head.headers().firstValueAsLong("content-length").orElse(0);
    if (from + rest > limits.maxBytes()) {
      throw InstallProblems.tooLarge(address, from + rest, limits.maxBytes());
    }
    try {
      return new ChannelBody(
          part.appendFrom(from, strongMark(head.headers())),
          from,
          limits.maxBytes(),
          here -> {
            bytes.set(here);
            progress.at(here, rest == 0 ? 0 : from + rest);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All is here.
   *
   * @throws IOException if the next attempt must begin anew
   */
  void requireWhole(HttpResponse<Long> answer) throws IOException {
    if (answer.statusCode() == 416) {
      Matcher range = range(answer.headers());
      if (range.matches() && String.valueOf(have).equals(range.group(2)) && have > 0) {
        return;
      }
      part.remove();
      throw new IOException("the file is another than before");
    }
  }

  private long resumed(HttpHeaders headers) {
    Matcher range = range(headers);
    if (!range.matches() || !String.valueOf(have).equals(range.group(1))) {
      try {
        part.remove();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new UncheckedIOException(new IOException("another part came than was asked for"));
    }
    return have;
  }

  private static Matcher range(HttpHeaders headers) {
    return RANGE.matcher(headers.firstValue("content-range").orElse(""));
  }

  /** A weak mark (W/) may stand for different bytes, so nothing may be added to them. */
  private static String strongMark(HttpHeaders headers) {
    return headers.firstValue("etag").filter(etag -> etag.startsWith("\"")).orElse("");
  }
}
