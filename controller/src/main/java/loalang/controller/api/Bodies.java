// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import loalang.announcements.document.DocumentLimits;
import loalang.controller.reading.ReadingQueue;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Takes the body of a request into memory: 2 MB, or a whole letter where letters are taken, and of
 * letters only a few at a time. Sound is left to the operation that writes it to a file. On the
 * event loop.
 */
final class Bodies {
  private static final long MAX_BYTES = 2 * 1024 * 1024;
  private static final long MAX_LETTER_BYTES = DocumentLimits.standard().bytes();
  private static final int LETTERS_AT_ONCE = 4;
  private static final String OVER = "loa-over";
  private static final String RECORDED = "/api/v1/recorded-notices";
  private static final String NOTICES = "/api/v1/notices/";
  private static final String LETTERS = "/api/v1/documents";
  private static final String LETTERS_PAGE = "/notices/letters";

  private final Handler<RoutingContext> ordinary =
      BodyHandler.create(false).setBodyLimit(MAX_BYTES);
  private final Handler<RoutingContext> letter =
      BodyHandler.create(false).setBodyLimit(MAX_LETTER_BYTES);
  private int letters;

  void take(RoutingContext context) {
    if (isSound(context)) {
      leave(context);
    } else if (!isLetter(context)) {
      ordinary.handle(context);
    } else if (letters >= LETTERS_AT_ONCE) {
      context.fail(new ProblemException(ReadingQueue.busy(letters)));
    } else {
      letters++;
      context.addEndHandler(ended -> letters--);
      letter.handle(context);
    }
  }

  /** Ends when the answer is given or the caller hung up; of a request whose body was left. */
  static Future<Void> over(RoutingContext context) {
    return context.get(OVER);
  }

  private static void leave(RoutingContext context) {
    Promise<Void> over = Promise.promise();
    context.put(OVER, over.future());
    context.request().pause();
    context.addEndHandler(
        ended -> {
          over.complete();
          if (!context.request().isEnded()) {
            context.request().resume(); // what nobody reads is dropped
          }
        });
    context.next();
  }

  /** Why a body is refused. */
  static Problem tooLarge(RoutingContext context) {
    return isLetter(context)
        ? new Problem(
            "DOCUMENT_TOO_LARGE",
            "The document has more than %d bytes.".formatted(MAX_LETTER_BYTES),
            "Leave out pictures, or send the text alone.")
        : new Problem(
            "BODY_TOO_LARGE", "The request is larger than 2 MB.", "Split the text into several.");
  }

  private static boolean isLetter(RoutingContext context) {
    String path = context.normalizedPath();
    return path.startsWith(LETTERS) || path.equals(LETTERS_PAGE);
  }

  private static boolean isSound(RoutingContext context) {
    String path = context.normalizedPath();
    return path.equals(RECORDED) || (path.startsWith(NOTICES) && path.endsWith("/sound"));
  }
}
