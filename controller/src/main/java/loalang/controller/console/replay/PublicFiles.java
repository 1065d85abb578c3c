// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import loalang.controller.console.frame.ByteRange;
import loalang.controller.replay.AiredNotice;
import loalang.controller.replay.ReplayDesk;

/** Sound for strangers: whole or in parts, and kept by their players. On the event loop. */
final class PublicFiles {
  private static final Duration LONG = Duration.ofDays(1);
  private static final int NOT_MODIFIED = 304;

  private final ReplayDesk desk;

  PublicFiles(ReplayDesk desk) {
    this.desk = desk;
  }

  /** Sends a notice's sound; false if there is no such kind. */
  boolean send(RoutingContext context, AiredNotice notice, String kind) {
    String tag = '"' + notice.key() + "-" + kind + '"';
    context.response().putHeader("ETag", tag).putHeader("Accept-Ranges", "bytes");
    keep(context, LONG);
    if (tag.equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(NOT_MODIFIED).end();
      return true;
    }
    return switch (kind) {
      case "opus" -> {
        opus(context, notice);
        yield true;
      }
      case "mp3" -> {
        mp3(context, notice);
        yield true;
      }
      default -> false;
    };
  }

  /** Lets programs on the way keep an answer. */
  static void keep(RoutingContext context, Duration time) {
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=" + time.toSeconds())
        .putHeader("Vary", "Cookie"); // which carries the language
  }

  private void opus(RoutingContext context, AiredNotice notice) {
    wanted(context, "audio/ogg; codecs=opus", notice.recording().sizeBytes())
        .ifPresent(
            part ->
                desk.piece(notice.recording(), part.first(), part.length())
                    .onSuccess(bytes -> context.response().end(Buffer.buffer(bytes)))
                    .onFailure(context::fail));
  }

  private void mp3(RoutingContext context, AiredNotice notice) {
    desk.mp3(notice.recording())
        .compose(
            file ->
                context
                    .vertx()
                    .fileSystem()
                    .props(file.toString())
                    .compose(
                        about ->
                            wanted(context, "audio/mpeg", about.size())
                                .map(
                                    part ->
                                        context
                                            .response()
                                            .sendFile(file.toString(), part.first(), part.length()))
                                .orElse(Future.succeededFuture())))
        .onFailure(context::fail);
  }

  /** Writes the head of the answer; empty if there is nothing more to send. */
  private static Optional<ByteRange> wanted(RoutingContext context, String type, long size) {
    HttpServerResponse response = context.response().putHeader("Content-Type", type);
    ByteRange part = ByteRange.of(context.request().getHeader("Range"), size);
    response.setStatusCode(part.status());
    part.contentRange().ifPresent(said -> response.putHeader("Content-Range", said));
    response.putHeader("Content-Length", Long.toString(part.length()));
    if (part.length() == 0 || context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
      return Optional.empty();
    }
    return Optional.of(part);
  }
}
